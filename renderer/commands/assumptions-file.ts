import type { FileRef } from '../bridge/bridge.ts';
import { parseAssumptionsText } from '../../shared/model/assumptions/parse.ts';
import { serializeAssumptions } from '../../shared/model/assumptions/serialize.ts';
import { replaceAssumptions } from '../store/scenarios.ts';
import { activeScenario } from '../store/selectors.ts';
import { notify } from '../store/store.ts';
import type { AppContext } from './context.tsx';

/** Asks for an assumptions file and puts it into the scenario on screen. */
export async function chooseAssumptions(context: AppContext): Promise<void> {
  const [file] = await context.bridge.chooseFiles('assumptions');
  if (file !== undefined) await loadAssumptions(context, file);
}

/** Puts the assumptions of a file into the scenario on screen; a wrong file is refused by path and reason. */
export async function loadAssumptions({ store, bridge }: AppContext, file: FileRef): Promise<void> {
  if (activeScenario(store.getState()) === null) {
    notify(store, 'info', `Open a book first: ${file.name} holds assumptions, not a book.`);
    return;
  }
  const read = await bridge.readText(file);
  if (!read.ok) {
    notify(store, 'danger', read.message);
    return;
  }
  const parsed = parseAssumptionsText(read.text);
  if (!parsed.ok) {
    const reasons = parsed.error.slice(0, 3).map((issue) => issue.message);
    const more = parsed.error.length - reasons.length;
    notify(
      store,
      'danger',
      `${file.name} was not taken: ${reasons.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`,
    );
    return;
  }
  replaceAssumptions(store, parsed.value, `Load assumptions from ${file.name}`);
  notify(store, 'good', `The assumptions of ${file.name} are in use.`);
}

/** Saves the assumptions of the scenario on screen to a file. */
export async function saveAssumptions({ store, bridge }: AppContext): Promise<void> {
  const scenario = activeScenario(store.getState());
  if (scenario === null) return;
  const target = await bridge.chooseSave('assumptions', `${scenario.name}.json`);
  if (target === null) return;
  const text = serializeAssumptions(scenario.assumptions);
  const saved = await bridge.save(target, new TextEncoder().encode(text));
  if (saved.ok) notify(store, 'good', `Saved to ${target.name}.`);
  else notify(store, 'danger', saved.message);
}
