import { createLatest } from '../engine/latest.ts';
import { JobCancelled, type ScenarioInput, type ScenarioResult } from '../engine/jobs.ts';
import { withoutNames, type Book } from '../../shared/book/book.ts';
import type { ProjectDocument, Scenario } from '../../shared/project/document.ts';
import { notify, setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';

interface Request {
  readonly scenario: Scenario;
  readonly book: Book;
  readonly rate: number | null;
}

/**
 * Keeps the results up to the document: the scenario on screen first, the others after it. The last
 * good result stays, marked stale, until the new one comes. Returns what ends the watching.
 */
export function watchResults({ store, engine }: AppContext): () => void {
  /** What each result was asked for with, by identity. */
  let asked = new Map<string, Request>();
  let sentBook: Book | null = null;

  const show = (request: Request, result: ScenarioResult): void => {
    const { session, document } = store.getState();
    const { id } = request.scenario;
    const scenario = document?.scenarios.find((candidate) => candidate.id === id);
    if (document === null || scenario === undefined) return;
    const before = session.results[id]?.comparison ?? null;
    const present = requestOf(document, scenario);
    // While a slider moves, figures on the way are shown too; only the last ones are no longer stale.
    const isPresent = present !== null && isSame(request, present);
    setSession(store, {
      results: {
        ...session.results,
        [id]: { ...withEarlier(result, before), of: request.scenario },
      },
      stale: isPresent ? session.stale.filter((stale) => stale !== id) : session.stale,
    });
  };

  const latest = createLatest<Request>(async (request, signal, shown) => {
    const { scenario, book, rate } = request;
    if (sentBook !== book) {
      sentBook = book;
      await engine.run('setBook', withoutNames(book));
    }
    const result = await engine
      .run('evaluate', inputOf(scenario, rate), {
        signal,
        onPartial: (partial) => {
          show(request, partial);
          shown();
        },
      })
      .catch((cause: unknown) => {
        if (cause instanceof JobCancelled) {
          // Given up for another scenario: it is asked again when its turn comes.
          if (asked.get(scenario.id) === request) asked.delete(scenario.id);
          throw cause;
        }
        const reason = cause instanceof Error ? cause.message : '';
        notify(store, 'danger', `The comparison stopped: ${reason}. Undo the last change.`);
        return null;
      });
    if (result !== null) show(request, result);
    askNext();
  }, replaces);

  const ask = (request: Request): void => {
    asked.set(request.scenario.id, request);
    latest.request(request);
  };

  /** The first scenario whose result is not of its present state, the one on screen before others. */
  function askNext(): void {
    const { document } = store.getState();
    if (document === null) return;
    const request = ordered(document)
      .map((scenario) => requestOf(document, scenario))
      .find(
        (candidate) => candidate !== null && !isSame(asked.get(candidate.scenario.id), candidate),
      );
    if (request !== undefined && request !== null) ask(request);
  }

  return store.subscribe((state, before) => {
    const { document } = state;
    if (document === before.document) return;
    if (document === null || document.book === null) {
      asked = new Map();
      latest.cancel();
      if (sentBook !== null) void engine.run('setBook', null);
      sentBook = null;
      return;
    }
    const stale = document.scenarios
      .filter((scenario) => {
        const request = requestOf(document, scenario);
        return request !== null && !isSame(asked.get(scenario.id), request);
      })
      .map(({ id }) => id);
    if (stale.length === 0) return;
    // While a slider moves it stays stale: nobody needs to hear of it again.
    if (!stale.every((id) => state.session.stale.includes(id))) {
      setSession(store, { stale: [...new Set([...state.session.stale, ...stale])] });
    }
    askNext();
  });
}

function ordered({ scenarios, activeScenario }: ProjectDocument): readonly Scenario[] {
  return [
    ...scenarios.filter(({ id }) => id === activeScenario),
    ...scenarios.filter(({ id }) => id !== activeScenario),
  ];
}

function requestOf({ book, currencyRate }: ProjectDocument, scenario: Scenario): Request | null {
  return book === null ? null : { scenario, book, rate: currencyRate };
}

/** A newer state of the same scenario; another scenario waits for its turn. */
function replaces(next: Request, going: Request): boolean {
  return next.scenario.id === going.scenario.id;
}

function isSame(a: Request | undefined, b: Request): boolean {
  return (
    a !== undefined &&
    a.book === b.book &&
    a.rate === b.rate &&
    a.scenario.assumptions === b.scenario.assumptions &&
    a.scenario.models === b.scenario.models &&
    a.scenario.filter === b.scenario.filter
  );
}

/** The engine's input of a scenario. */
export function inputOf(scenario: Scenario, rate: number | null): ScenarioInput {
  const { assumptions, models, filter } = scenario;
  return { assumptions, models, filter, rate };
}

/** Models still pending keep their earlier figures, marked as such. */
function withEarlier(result: ScenarioResult, before: ScenarioResult['comparison']): ScenarioResult {
  if (result.comparison === null || before === null || result.pending.length === 0) return result;
  const earlier = Object.fromEntries(
    Object.entries(before.models).filter(([id]) => result.pending.includes(id)),
  );
  const models = { ...earlier, ...result.comparison.models };
  return { ...result, comparison: { ...result.comparison, models } };
}
