import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useWidth } from '../ui/use-width.ts';
import type { Flow, MarkGrid } from './marks.ts';
import { useRoving } from './roving.ts';
import type { MarkId } from './series.ts';

const USUAL_WIDTH = 640;

/** Where a mark is drawn, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is said about a mark, on hover and focus alike. */
export interface Reading {
  readonly title: string;
  readonly value: string;
  readonly lines: readonly string[];
}

/** What a chart tells its surroundings. */
export interface MarkEvents {
  /** Click, Enter or Space: list the accounts behind the mark. */
  readonly onOpen?: ((mark: MarkId) => void) | undefined;
  /** The mark came into focus: the explain panel follows. */
  readonly onFocusMark?: ((mark: MarkId) => void) | undefined;
}

interface PlotContext {
  readonly tabStop: MarkId | null;
  readonly read: (mark: MarkId) => Reading;
  readonly show: (mark: MarkId | null, element?: Element) => void;
  readonly focused: (mark: MarkId) => void;
  readonly open: (mark: MarkId) => void;
  readonly opens: boolean;
  readonly register: (mark: MarkId, element: SVGGElement | null) => void;
}
const Context = createContext<PlotContext | null>(null);
// Apart from the rest: moving the focus must not draw the chart again.
const Width = createContext(USUAL_WIDTH);

/** Pixels a drawing has. */
export function usePlotWidth(): number {
  return useContext(Width);
}

export function usePlot(): PlotContext {
  const plot = useContext(Context);
  if (plot === null) throw new Error('A mark is drawn inside a Plot.');
  return plot;
}

interface PlotProps extends MarkEvents {
  readonly label: string;
  readonly grid: MarkGrid;
  readonly flow: Flow;
  readonly read: (mark: MarkId) => Reading;
  readonly children: ReactNode;
}

/**
 * The surface a chart is drawn on: its width, one tab stop for all marks, arrow keys among them and
 * the reading shown beside the mark under the pointer or in focus. The drawing is a child that
 * doesn't change when the reading does, so hovering never draws the chart again.
 */
export function Plot({ label, grid, flow, read, onOpen, onFocusMark, children }: PlotProps) {
  const [host, width] = useWidth<HTMLDivElement>(USUAL_WIDTH);
  const [shown, setShown] = useState<{ mark: MarkId; box: Box } | null>(null);
  const roving = useRoving(grid, flow);
  const { tabStop, register } = roving;

  const show = useCallback(
    (mark: MarkId | null, element?: Element) =>
      setShown(
        mark && element && host.current ? { mark, box: within(host.current, element) } : null,
      ),
    [host],
  );
  const events = useRef({ onOpen, onFocusMark });
  useEffect(() => {
    events.current = { onOpen, onFocusMark };
  });
  const noteFocus = roving.focused;
  const focused = useCallback(
    (mark: MarkId) => {
      noteFocus(mark);
      events.current.onFocusMark?.(mark);
    },
    [noteFocus],
  );
  const open = useCallback((mark: MarkId) => events.current.onOpen?.(mark), []);
  const opens = onOpen !== undefined;

  const context = useMemo(
    () => ({ tabStop, read, show, focused, open, opens, register }),
    [tabStop, read, show, focused, open, opens, register],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setShown(null);
    roving.onKeyDown(event);
  };

  return (
    <div ref={host} className="chart__plot" role="group" aria-label={label} onKeyDown={onKeyDown}>
      <Width.Provider value={width}>
        <Context.Provider value={context}>{children}</Context.Provider>
      </Width.Provider>
      {shown && <ReadingNote reading={read(shown.mark)} box={shown.box} width={width} />}
    </div>
  );
}

/** Hidden from assistive technology: each mark's own label says the same. */
function ReadingNote(props: { reading: Reading; box: Box; width: number }) {
  const { reading, box, width } = props;
  const note = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState(box.x);
  useLayoutEffect(() => {
    const own = note.current?.offsetWidth ?? 0;
    setLeft(Math.max(0, Math.min(box.x + box.width / 2 - own / 2, width - own)));
  }, [box, width, reading]);
  return (
    <div
      ref={note}
      className="chart__reading"
      aria-hidden="true"
      style={{ left, top: box.y + box.height + 6 }}
    >
      <div className="chart__reading-title">{reading.title}</div>
      <div className="chart__reading-value">{reading.value}</div>
      {reading.lines.map((line) => (
        <div key={line} className="chart__reading-line">
          {line}
        </div>
      ))}
    </div>
  );
}

/** A plot may hold several drawings: where an element is, in pixels of the plot itself. */
function within(host: Element, element: Element): Box {
  const outer = host.getBoundingClientRect();
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left - outer.left, y: top - outer.top, width, height };
}
