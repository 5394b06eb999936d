import type { FigureExplanation } from '../../../shared/analysis/explain.ts';
import type { Term } from '../../../shared/analysis/expression.ts';
import type { Format } from '../../../shared/format/format.ts';
import { Button } from '../../ui/button.tsx';
import { shortSource } from '../assumptions/source-note.tsx';
import { inValues } from './in-values.ts';

interface ExplainedFigureProps {
  readonly explanation: FigureExplanation;
  readonly model: string;
  readonly format: Format;
  readonly onList: () => void;
  readonly onAssumption: (path: string) => void;
}

/** One figure: value, meaning, formula with its own values in it, terms with their sources, accounts behind. */
export function ExplainedFigure(props: ExplainedFigureProps) {
  const { explanation, model, format, onList, onAssumption } = props;
  const { title, meaning, inWords, formula, terms, result, unit, accounts } = explanation;
  const values = inValues(explanation, format);
  const isEstimated = (accounts.estimated ?? 0) > 0;
  return (
    <article className="explained" aria-live="polite">
      <header>
        <p className="explained__of">{model}</p>
        <h3 className="title">{title}</h3>
        <p className={isEstimated ? 'explained__value estimated' : 'explained__value'}>
          {format.figure(result, unit)}
        </p>
        {explanation.whenMissing !== '' && <p>{explanation.whenMissing}</p>}
      </header>
      <p>{meaning}</p>

      <section>
        <h4 className="explained__heading">How it is computed</h4>
        <p className="explained__formula">{formula ?? inWords}</p>
        {values !== null && (
          <p className="explained__formula explained__formula--values">
            {values} = <strong>{format.figure(result, unit)}</strong>
          </p>
        )}
        <p className="explained__source">Model equations: {explanation.source}</p>
      </section>

      {terms.length > 0 && (
        <section>
          <h4 className="explained__heading">What goes in</h4>
          <dl className="explained__terms">
            {terms.map((term) => (
              <TermRow key={term.symbol} {...{ term, format, onAssumption }} />
            ))}
          </dl>
        </section>
      )}

      <section>
        <h4 className="explained__heading">Accounts behind it</h4>
        <p>
          {format.figure(accounts.count, 'count')} {accounts.count === 1 ? 'account' : 'accounts'}
          {accounts.estimated === null
            ? '.'
            : accounts.estimated === 0
              ? ', every value read from the book.'
              : `, ${format.figure(accounts.estimated, 'share')} of them with a value that was filled in rather than read.`}
        </p>
        {accounts.count > 0 && <Button onClick={onList}>List the accounts</Button>}
      </section>
    </article>
  );
}

/** One figure inside a formula: what it is called, its value, and source and grade where it is an assumption. */
export function TermRow(props: {
  readonly term: Term;
  readonly format: Format;
  readonly onAssumption: (path: string) => void;
}) {
  const { term, format, onAssumption } = props;
  const { assumption } = term;
  return (
    <div className="explained__term">
      <dt>
        {term.symbol}
        {term.label !== term.symbol && <span className="explained__label">{term.label}</span>}
        {assumption !== undefined && (
          <span className="explained__assumption">
            <span className={`grade grade--${assumption.grade.toLowerCase()}`}>
              {assumption.grade}
            </span>
            <span title={assumption.source ?? undefined}>{sourceText(assumption)}</span>
            <button
              type="button"
              className="link"
              onClick={() => {
                onAssumption(assumption.path);
              }}
            >
              Change<span className="visually-hidden"> {term.label}</span>
            </button>
          </span>
        )}
      </dt>
      <dd className="number">{format.figure(term.value, term.unit)}</dd>
    </div>
  );
}

function sourceText({ source, year, isDefault }: NonNullable<Term['assumption']>): string {
  if (!isDefault) return 'your value';
  if (source === null) return 'no public source';
  return shortSource(source, year);
}
