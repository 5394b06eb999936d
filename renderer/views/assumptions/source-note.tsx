import type { FigureEntry } from '../../../shared/model/assumptions/catalogue.ts';
import { useAssumptionFormat } from '../../store/use-format.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import './source-note.css';

const GRADES = {
  A: 'A: a survey or official statistic',
  B: 'B: a named practitioner or vendor',
  C: 'C: a secondary page',
  X: 'X: no public source',
} as const;

/** Where a default comes from and how well it is founded. */
export function SourceNote({ entry }: { readonly entry: FigureEntry }) {
  const format = useAssumptionFormat();
  const { grade, source, year, low, high, unit, note } = entry;
  const range =
    low === null || high === null
      ? 'No sourced range.'
      : `Range ${format.figure(low, unit)} to ${format.figure(high, unit)}.`;
  return (
    <Tooltip
      text={
        <>
          {GRADES[grade]}. {range}
          {source !== null && (
            <>
              <br />
              {source}
              {year === null ? '' : `, ${String(year)}`}
            </>
          )}
          {note !== '' && (
            <>
              <br />
              {note}
            </>
          )}
        </>
      }
    >
      <button type="button" className="source-note small">
        <span className={`grade grade--${grade.toLowerCase()}`}>{grade}</span>
        <span className="truncate">
          {grade === 'X' ? 'no public source' : shortSource(source, year)}
        </span>
      </button>
    </Tooltip>
  );
}

/** A title as it is; an address as its host. */
export function shortSource(source: string | null, year: number | null): string {
  const name = (source ?? '').replace(/^https?:\/\/(www\.)?([^/]+).*$/, '$2');
  return year === null ? name : `${name}, ${String(year)}`;
}
