import { filterWords } from '../store/filter-words.ts';
import { notify } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { withHeavy } from './encode-document.ts';
import { runTask } from './task.ts';
import { inputOf } from './watch-results.ts';

/** Asks for a file and writes the workbook of these scenarios there. */
export async function exportWorkbook(
  { store, bridge, files }: AppContext,
  ids: readonly string[],
): Promise<void> {
  const { document, preferences } = store.getState();
  if (document === null || ids.length === 0) return;
  const title = document.name === '' ? 'Handoff' : document.name;
  const target = await bridge.chooseSave('workbook', `${title}.xlsx`);
  if (target === null) return;
  const { book, sources, report, mapping, currencyRate } = document;
  const written = await runTask(store, 'Writing the workbook', async ({ signal, report: tell }) => {
    tell(null, 'Computing every scenario');
    const scenarios = document.scenarios
      .filter(({ id }) => ids.includes(id))
      .map((scenario) => ({
        ...inputOf(scenario, currencyRate),
        name: scenario.name,
        filterWords: filterWords(scenario.filter),
        unlinked: scenario.unlinked,
      }));
    const locale = preferences.locale === '' ? navigator.language : preferences.locale;
    const madeAt = Date.now();
    const made = await withHeavy(files, { book, sources, report }, (heavy) =>
      files.run('exportWorkbook', { title, locale, mapping, scenarios, madeAt, heavy }, { signal }),
    );
    if (!made.ok) return { ok: false, message: made.error } as const;
    tell(null, `Saving ${target.name}`);
    return bridge.save(target, made.value);
  });
  if (written === null) return;
  if (written.ok) notify(store, 'good', `The workbook is in ${target.name}.`);
  else notify(store, 'danger', written.message);
}
