import { BarChart3, Copy, Image, Table2 } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { IconButton } from '../ui/button.tsx';
import { tableAsText, type ChartTable } from './chart-table.ts';
import { FiguresTable } from './figures-table.tsx';
import { pictureOf } from './picture.ts';
import type { MarkEvents } from './plot.tsx';
import './charts.css';

/** Where copies go: the bridge's clipboard, given by the screen. */
export interface ChartClipboard {
  readonly copyText: (text: string) => Promise<void>;
  readonly copyPicture: (png: Uint8Array) => Promise<void>;
}

interface ChartFrameProps {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn, in which unit and currency, and whether it rests on estimates. */
  readonly subtitle: string;
  readonly table: ChartTable;
  readonly clipboard: ChartClipboard;
  /** Clicking a cell of the table does what clicking its bar does. */
  readonly onOpen?: MarkEvents['onOpen'];
  readonly onFocusMark?: MarkEvents['onFocusMark'];
  /** Switches that belong to this chart, and sentences about its data. */
  readonly controls?: ReactNode;
  /** Above the drawing: what has to be known before reading it. */
  readonly note?: ReactNode;
  /** Below the drawing: what follows from it. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its finding, its table one click away, and copies as picture and as data. */
export function ChartFrame(props: ChartFrameProps) {
  const {
    title,
    subtitle,
    table,
    clipboard,
    onOpen,
    onFocusMark,
    controls,
    note,
    footer,
    children,
  } = props;
  const [asTable, setAsTable] = useState(false);
  const [said, setSaid] = useState('');
  const drawing = useRef<HTMLDivElement>(null);
  const heading = useId();

  const copyData = async () => {
    await clipboard.copyText(tableAsText(table, `${title} (${subtitle})`));
    setSaid('Data copied');
  };
  const copyPicture = async () => {
    if (drawing.current === null) return;
    const picture = await pictureOf(drawing.current, { title, subtitle });
    if (!picture.ok) return setSaid(picture.error);
    await clipboard.copyPicture(picture.value);
    setSaid('Picture copied');
  };

  return (
    <section className="chart" aria-labelledby={heading}>
      <header className="chart__head">
        <div>
          <h2 id={heading} className="chart__title">
            {title}
          </h2>
          <p className="chart__subtitle">{subtitle}</p>
        </div>
        <div className="chart__tools">
          <span className="chart__said" role="status">
            {said}
          </span>
          {!asTable && (
            <IconButton
              label="Copy as picture"
              icon={<Image />}
              onClick={() => void copyPicture()}
            />
          )}
          <IconButton label="Copy data" icon={<Copy />} onClick={() => void copyData()} />
          <IconButton
            label={asTable ? 'Show as chart' : 'Show as table'}
            icon={asTable ? <BarChart3 /> : <Table2 />}
            onClick={() => setAsTable(!asTable)}
          />
        </div>
      </header>
      {controls !== undefined && <div className="chart__controls">{controls}</div>}
      {note}
      {asTable ? (
        <FiguresTable caption={`${title} ${subtitle}`} {...{ table, onOpen, onFocusMark }} />
      ) : (
        <div ref={drawing} className="chart__drawing">
          {children}
        </div>
      )}
      {footer}
    </section>
  );
}
