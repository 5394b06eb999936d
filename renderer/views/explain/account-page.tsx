import { useMemo, useState } from 'react';
import { placesOfAccount } from '../../../shared/import/find-account.ts';
import { modelName } from '../../../shared/model/names.ts';
import { useJob } from '../../commands/use-job.ts';
import { inputOf } from '../../commands/watch-results.ts';
import type { AccountFocus, ShownResult } from '../../store/state.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { openAccount, showAssumption } from '../../store/view.ts';
import { OverPage } from '../../ui/over-page.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { placeName } from '../book/field-labels.ts';
import { AccountFacts } from './account-facts.tsx';
import { AccountMotions } from './account-motions.tsx';
import { withSmallHours } from './with-small-hours.ts';
import './explain.css';
import './account.css';

/** One account: where it was read, and how its figures come about, model by model and motion by motion. */
export function AccountPage() {
  const store = useAppStore();
  const focus = useApp(({ session }) => session.account);
  const result = useApp(({ session }) => session.results[session.account?.scenario ?? '']);
  const name = useApp(({ document }) => document?.book?.name[focus?.account ?? -1]);
  if (focus === null || result === undefined || name === undefined) return null;
  return (
    <OverPage
      title={name}
      from={focus.from}
      onClose={() => {
        openAccount(store, null);
      }}
    >
      <Account key={focus.account} focus={focus} result={result} />
    </OverPage>
  );
}

function Account({ focus, result }: { focus: AccountFocus; result: ShownResult }) {
  const store = useAppStore();
  const usual = useBookFormat();
  const format = useMemo(() => withSmallHours(usual), [usual]);
  const rate = useApp(({ document }) => document?.currencyRate ?? null);
  const { of, comparison } = result;
  const models = useMemo(
    () => of.models.filter((id) => Object.hasOwn(comparison?.models ?? {}, id)),
    [of, comparison],
  );
  const [chosen, setChosen] = useState(focus.model);
  const model = models.includes(chosen) ? chosen : (models[0] ?? '');
  const question = useMemo(
    () =>
      comparison === null
        ? null
        : { ...inputOf(of, rate), comparison, model, account: focus.account },
    [of, rate, comparison, model, focus.account],
  );
  const { answer, isCurrent } = useJob('explainAccount', question);
  return (
    <>
      <Places account={focus.account} />
      {answer?.[0] !== undefined && (
        <AccountFacts account={focus.account} explanation={answer[0].explanation} format={format} />
      )}
      <div className="row">
        <SegmentedControl
          label="Under which model"
          value={model}
          onChange={setChosen}
          options={models.map((id) => ({ value: id, label: modelName(id, of.assumptions.models) }))}
        />
      </div>
      {answer !== null ? (
        <div className={isCurrent ? 'account__body' : 'account__body account__body--behind'}>
          <AccountMotions
            motions={answer}
            model={modelName(model, of.assumptions.models)}
            format={format}
            onAssumption={(path) => {
              openAccount(store, null);
              showAssumption(store, path);
            }}
          />
        </div>
      ) : (
        <p className="muted" role="status">
          {isCurrent
            ? 'The filter leaves this account out: remove a part of it to see its figures.'
            : 'Looking the account up'}
        </p>
      )}
    </>
  );
}

/** File, sheet and row of every table that speaks of the account. */
function Places({ account }: { readonly account: number }) {
  const sources = useApp(({ document }) => document?.sources);
  const mapping = useApp(({ document }) => document?.mapping);
  const id = useApp(({ document }) => document?.book?.accountId[account] ?? '');
  const name = useApp(({ document }) => document?.book?.name[account] ?? '');
  const places = useMemo(
    () =>
      sources === undefined || mapping === undefined || mapping === null
        ? []
        : placesOfAccount(sources, mapping, { id, name }),
    [sources, mapping, id, name],
  );
  return (
    <p className="small muted account__places">
      {places.length === 0
        ? `Account ${id}.`
        : `Account ${id}, read from ${places.map(inWords).join('; ')}.`}
    </p>
  );
}

function inWords({ file, sheet, row, more }: ReturnType<typeof placesOfAccount>[number]): string {
  const rows = more === 0 ? '' : ` and ${String(more)} more`;
  return `${placeName(file, sheet)}, row ${String(row)}${rows}`;
}
