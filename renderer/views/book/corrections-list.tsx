import { RotateCcw } from 'lucide-react';
import type { Mapping } from '../../../shared/import/types.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { withCorrection } from '../../store/mapping-edits.ts';
import { useApp } from '../../store/use-app.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { placeName } from './field-labels.ts';
import { addressOf } from './source-grid.tsx';

const NONE: Mapping['corrections'] = [];

/** Cells corrected by hand, each to be taken back on its own. */
export function CorrectionsList() {
  const context = useAppContext();
  const corrections = useApp(({ document }) => document?.mapping?.corrections ?? NONE);
  if (corrections.length === 0) return null;
  return (
    <section className="corrections" aria-labelledby="corrections">
      <div className="row">
        <h2 id="corrections" className="heading">
          {corrections.length === 1 ? 'One cell' : `${String(corrections.length)} cells`} corrected
          by you
        </h2>
        <Button
          kind="quiet"
          onClick={() => {
            void correctMapping(context, 'Take back every correction', (mapping) => ({
              ...mapping,
              corrections: [],
            }));
          }}
        >
          Take back all
        </Button>
      </div>
      <ul className="corrections__list">
        {corrections.map(({ text, ...cell }) => {
          const address = addressOf(cell.row, cell.column);
          const place = `${address} of ${placeName(cell.file, cell.sheet)}`;
          return (
            <li key={place} className="row">
              <span className="muted">{place}</span>
              <span className="preview__corrected">{text === '' ? 'empty' : text}</span>
              <IconButton
                label={`Take back the correction of ${place}`}
                icon={<RotateCcw />}
                onClick={() => {
                  void correctMapping(
                    context,
                    `Take back the correction of ${address}`,
                    (mapping) => withCorrection(mapping, cell, null),
                  );
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
