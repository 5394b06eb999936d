import { useCallback, type ReactNode } from 'react';
import { usePlot, type Box } from './plot.tsx';
import { sameMark, type Look, type MarkId } from './series.ts';

interface BarMarkProps {
  readonly mark: MarkId;
  readonly box: Box;
  readonly tone: number;
  readonly look: Look;
  /** Prefix of the chart's texture patterns, where it has any. */
  readonly textures?: string;
  readonly dashed?: boolean;
  /** Written inside where it fits. */
  readonly inside?: string | undefined;
}

/** One bar: hover and keyboard focus show the same, click and Enter open what is behind it. */
export function BarMark(props: BarMarkProps) {
  const { mark, box, tone, look, textures = '', dashed = false, inside } = props;
  const fits = inside !== undefined && textWidth(inside) + 8 <= box.width && box.height >= 14;
  return (
    <MarkButton mark={mark} box={box}>
      <rect
        className="chart__bar"
        {...box}
        style={{
          fill: tinted(tone, look.strength),
          stroke: `var(--model-${tone})`,
          strokeDasharray: dashed ? '3 2' : undefined,
        }}
      />
      {look.texture !== 'plain' && (
        <rect {...box} fill={`url(#${textureId(textures, look.texture, tone)})`} />
      )}
      {fits && (
        <text className="chart__inside" x={box.x + box.width / 2} y={box.y + box.height / 2}>
          {inside}
        </text>
      )}
    </MarkButton>
  );
}

/** Anything drawn that can be focused, read and opened. */
export function MarkButton(props: { mark: MarkId; box: Box; children: ReactNode }) {
  const { mark, box, children } = props;
  const plot = usePlot();
  const { register } = plot;
  const { row, column } = mark;
  const ref = useCallback(
    (element: SVGGElement | null) => register({ row, column }, element),
    [register, row, column],
  );
  const reading = plot.read(mark);
  const spoken = [reading.title, reading.value, ...reading.lines].join(', ');
  return (
    <g
      ref={ref}
      role={plot.opens ? 'button' : 'img'}
      className="chart__mark"
      tabIndex={sameMark(plot.tabStop, mark) ? 0 : -1}
      aria-label={spoken}
      onPointerEnter={(event) => plot.show(mark, event.currentTarget)}
      onPointerLeave={() => plot.show(null)}
      onFocus={(event) => {
        plot.focused(mark);
        plot.show(mark, event.currentTarget);
      }}
      onBlur={() => plot.show(null)}
      onClick={() => plot.open(mark)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        plot.open(mark);
      }}
    >
      <rect
        className="chart__hit"
        x={box.x - Math.max(0, MINIMUM_HIT - box.width) / 2}
        y={box.y}
        width={Math.max(MINIMUM_HIT, box.width)}
        height={box.height}
      />
      {children}
    </g>
  );
}

/** The patterns a chart's bars refer to: one a texture and model colour in use. */
export function Textures({ id, tones }: { id: string; tones: readonly number[] }) {
  return (
    <defs>
      {[...new Set(tones)].map((tone) => (
        <g key={tone}>
          <pattern
            id={textureId(id, 'hatch', tone)}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line y2="5" style={{ stroke: toneColour(tone), strokeWidth: 3 }} />
          </pattern>
          <pattern
            id={textureId(id, 'dots', tone)}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
          >
            <circle cx="2.5" cy="2.5" r="1.2" style={{ fill: toneColour(tone) }} />
          </pattern>
        </g>
      ))}
    </defs>
  );
}

/** The model's colour over the surface; -1 is the neutral of a legend. */
export function tinted(tone: number, strength: number): string {
  return `color-mix(in oklab, ${toneColour(tone)} ${Math.round(strength * 100)}%, var(--surface))`;
}
export function toneColour(tone: number): string {
  return tone === NEUTRAL_TONE ? 'var(--text-muted)' : `var(--model-${tone})`;
}
export const NEUTRAL_TONE = -1;

export function textureId(id: string, texture: 'hatch' | 'dots', tone: number): string {
  return `${id}-${texture}-${tone === NEUTRAL_TONE ? 'n' : tone}`;
}

/** About how wide a label of the charts' size is, without asking the layout engine for each. */
export function textWidth(text: string): number {
  return text.length * 6.4;
}

/** A label cut to about this many pixels, where it is longer. */
export function fitted(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const signs = [...text].slice(0, Math.max(1, Math.floor(width / textWidth('x')) - 1));
  return `${signs.join('').trimEnd()}…`;
}
const MINIMUM_HIT = 8;
