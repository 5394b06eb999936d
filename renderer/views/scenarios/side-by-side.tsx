import { leaderAmong } from '../../../shared/analysis/leader.ts';
import type { ModelId } from '../../../shared/model/assumptions/types.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { metricsOf } from '../../../shared/model/metrics.ts';
import { modelName } from '../../../shared/model/names.ts';
import type { ModelResult } from '../../../shared/model/result.ts';
import type { Scenario } from '../../../shared/project/document.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { setChoice } from '../../store/view.ts';
import { Select } from '../../ui/select.tsx';

const GROUPS: readonly Metric['group'][] = ['Value', 'Revenue', 'Cost', 'Overlap'];

/** One side of the table: a scenario and one of its models. */
interface Side {
  readonly scenario: Scenario;
  readonly model: ModelId;
  readonly result: ModelResult;
  /** Today's model in that scenario, where one is said. */
  readonly today: ModelResult | null;
  /** It rests on values that were filled in rather than read. */
  readonly isEstimated: boolean;
}

/** Value, cost and overlap of two scenarios, each under a model of its own, with the difference. */
export function SideBySide() {
  const store = useAppStore();
  const format = useBookFormat();
  const scenarios = useApp(({ document }) => document?.scenarios ?? NONE);
  const results = useApp(({ session }) => session.results);
  const choices = useApp(({ document }) => document?.view.choices ?? NO_CHOICES);
  const active = useApp(({ document }) => document?.activeScenario);
  if (scenarios.length < 2) return null;

  const sideOf = (key: 'left' | 'right', fallback: Scenario | undefined): Side | null => {
    const chosen = choices[`scenarios.${key}`];
    const scenario = scenarios.find(({ id }) => id === chosen) ?? fallback;
    const shown = results[scenario?.id ?? ''];
    const comparison = shown?.comparison ?? null;
    if (scenario === undefined || shown === undefined || comparison === null) return null;
    const { assumptions } = scenario;
    const wanted = choices[`scenarios.${key}Model`];
    const leader = leaderAmong(comparison.models, assumptions.decisionMetric)?.model;
    const known = typeof wanted === 'string' && Object.hasOwn(comparison.models, wanted);
    const model = known ? wanted : (leader ?? '');
    const result = comparison.models[model];
    if (result === undefined) return null;
    const { currentModel } = comparison;
    return {
      scenario,
      model,
      result,
      today: currentModel === null ? null : (comparison.models[currentModel] ?? null),
      isEstimated: Object.values(shown.totals.estimated).some((accounts) => accounts > 0),
    };
  };
  const others = scenarios.filter(({ id }) => id !== active);
  const left = sideOf('left', scenarios.find(({ id }) => id === active) ?? scenarios[0]);
  const right = sideOf('right', others[0]);
  if (left === null || right === null) return null;
  const metrics = metricsOf([]);

  const head = (key: 'left' | 'right', { scenario, model }: Side) => (
    <th scope="col" className="number">
      <span className="side__head">
        <Select
          quiet
          label={key === 'left' ? 'First scenario' : 'Second scenario'}
          value={scenario.id}
          onChange={(id) => {
            setChoice(store, `scenarios.${key}`, id);
          }}
          groups={[
            { label: '', options: scenarios.map(({ id, name }) => ({ value: id, label: name })) },
          ]}
        />
        <Select
          quiet
          label={key === 'left' ? 'First model' : 'Second model'}
          value={model}
          onChange={(id) => {
            setChoice(store, `scenarios.${key}Model`, id);
          }}
          groups={[
            {
              label: '',
              options: Object.keys(results[scenario.id]?.comparison?.models ?? {}).map((id) => ({
                value: id,
                label: modelName(id, scenario.assumptions.models),
              })),
            },
          ]}
        />
      </span>
    </th>
  );
  return (
    <section aria-labelledby="side-by-side">
      <h2 id="side-by-side" className="title">
        Side by side
      </h2>
      <table className="plain-table side">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Figure</span>
            </th>
            {head('left', left)}
            {head('right', right)}
            <th scope="col" className="number small">
              Difference
            </th>
          </tr>
        </thead>
        {GROUPS.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="colgroup" colSpan={4} className="side__group small muted">
                {group}
              </th>
            </tr>
            {metrics
              .filter((metric) => metric.group === group)
              .map((metric) => (
                <FigureRow
                  key={metric.id}
                  metric={metric}
                  left={left}
                  right={right}
                  format={format}
                />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

const NONE: readonly never[] = [];
const NO_CHOICES: Readonly<Record<string, unknown>> = {};

function FigureRow(props: {
  readonly metric: Metric;
  readonly left: Side;
  readonly right: Side;
  readonly format: ReturnType<typeof useBookFormat>;
}) {
  const { metric, format } = props;
  const left = metric.read(props.left.result, props.left.today);
  const right = metric.read(props.right.result, props.right.today);
  const difference = left === null || right === null ? null : right - left;
  const missing = metric.whenMissing === '' ? undefined : metric.whenMissing;
  return (
    <tr>
      <th scope="row" title={metric.meaning}>
        {metric.label}
      </th>
      {[
        { value: left, side: props.left },
        { value: right, side: props.right },
      ].map(({ value, side }, at) => (
        <td key={at} className="number" title={value === null ? missing : undefined}>
          <span className={value !== null && side.isEstimated ? 'estimated' : undefined}>
            {format.figure(value, metric.unit)}
          </span>
        </td>
      ))}
      <td className="number muted">{format.delta(difference, metric.unit, 'exact')}</td>
    </tr>
  );
}
