import { useId } from 'react';
import type { ImportIssue, JoinReport, RuleChoice } from '../../../shared/import/types.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { withRule } from '../../store/mapping-edits.ts';
import { useApp } from '../../store/use-app.tsx';
import { decimalMark, useBookFormat } from '../../store/use-format.ts';
import { NumberField } from '../../ui/number-field.tsx';
import './open-questions.css';

const NO_RULES: readonly RuleChoice[] = [];
const NO_JOINS: readonly JoinReport[] = [];
const NO_ISSUES: readonly ImportIssue[] = [];
const NO_ANSWERS: Readonly<Record<string, string>> = {};

/** Rules whose answer nothing in the book proves. */
const ASKED = /^(join:|dates:|decimal:|rates:|owner$|period$)/;
/** Not an answer: a join that was neither confirmed nor refused. */
const UNDECIDED = 'proposed';

/** What only the user can say, each with the effect of every answer. Answered ones stay among the rules. */
export function OpenQuestions() {
  const rules = useApp(({ document }) => document?.report?.rules ?? NO_RULES);
  const answers = useApp(({ document }) => document?.mapping?.rules ?? NO_ANSWERS);
  const open = rules.filter(
    ({ rule }) =>
      ASKED.test(rule) && (!Object.hasOwn(answers, rule) || answers[rule] === UNDECIDED),
  );
  return (
    <>
      <Rates />
      {open.map((rule) => (
        <Question key={rule.rule} rule={rule} />
      ))}
    </>
  );
}

function Question({ rule }: { readonly rule: RuleChoice }) {
  const context = useAppContext();
  const joins = useApp(({ document }) => document?.report?.joins ?? NO_JOINS);
  const join = joins.find((one) => one.rule === rule.rule);
  const id = useId();
  return (
    <section className="question" aria-labelledby={id}>
      <h2 id={id} className="heading">
        {rule.question}
      </h2>
      {join !== undefined && <Unmatched join={join} />}
      <div className="question__answers">
        {rule.options
          .filter(({ value }) => value !== UNDECIDED)
          .map((option) => (
            <button
              key={option.value}
              type="button"
              className="question__answer"
              onClick={() => {
                void correctMapping(context, option.label, (mapping) =>
                  withRule(mapping, rule.rule, option.value),
                );
              }}
            >
              <span>{option.label}</span>
              <span className="small muted">
                {option.effect}
                {option.value === rule.chosen ? '; read so for now' : ''}
              </span>
            </button>
          ))}
      </div>
    </section>
  );
}

const LISTED = 5;

function Unmatched({ join: { unmatched } }: { readonly join: JoinReport }) {
  if (unmatched.length === 0) return null;
  const names = unmatched.slice(0, LISTED).map(({ text, rows }) => `${text} (${String(rows)})`);
  const more = unmatched.length - names.length;
  return (
    <p className="small muted">
      Without an account, with their rows: {names.join(', ')}
      {more > 0 ? ` and ${String(more)} more` : ''}.
    </p>
  );
}

/** One book, one currency: rates are asked for where amounts are in others, and stay to be changed. */
function Rates() {
  const context = useAppContext();
  const format = useBookFormat();
  const issues = useApp(({ document }) => document?.report?.issues ?? NO_ISSUES);
  const mapping = useApp(({ document }) => document?.mapping ?? null);
  const own = useApp(({ document }) => document?.book?.currency ?? '');
  if (mapping === null) return null;
  const mixed = issues.find(({ code }) => code === 'mixed-currencies');
  const converted = issues.filter(({ code }) => code === 'converted').map(({ text }) => text);
  const found = mixed === undefined ? converted : mixed.text.split(', ');
  const base = mapping.currency || own || (found[0] ?? '');
  const others = [...new Set([...found, ...Object.keys(mapping.rates)])].filter(
    (code) => code !== base,
  );
  if (others.length === 0 || base === '') return null;
  return (
    <section
      className={mixed === undefined ? 'question question--settled' : 'question'}
      aria-labelledby="question-rates"
    >
      <h2 id="question-rates" className="heading">
        What are the other currencies worth in {base}?
      </h2>
      <div className="question__rates">
        {others.map((code) => (
          <label key={code} className="row">
            <span>1 {code} is</span>
            <NumberField
              label={`Value of 1 ${code}`}
              value={mapping.rates[code] ?? null}
              placeholder={mixed === undefined ? 'as in the book' : ''}
              unit={base}
              min={0}
              minExclusive
              step={0.01}
              decimal={decimalMark(format.locale)}
              format={(value) => value.toLocaleString(format.locale, { maximumFractionDigits: 6 })}
              onChange={(rate) => {
                void correctMapping(context, `1 ${code} is ${String(rate)} ${base}`, (before) => ({
                  ...before,
                  currency: base,
                  rates: { ...before.rates, [code]: rate },
                }));
              }}
            />
          </label>
        ))}
      </div>
    </section>
  );
}
