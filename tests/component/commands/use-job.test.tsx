import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { createMemoryBridge } from '../../../renderer/bridge/memory-bridge.ts';
import { AppContextProvider } from '../../../renderer/commands/context.tsx';
import { useJob, type JobState } from '../../../renderer/commands/use-job.ts';
import { createEmbeddedEngine } from '../../../renderer/engine/embedded-engine.ts';
import type { Engine, Input, Output } from '../../../renderer/engine/jobs.ts';
import { createAppStore } from '../../../renderer/store/store.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { NO_FILTER } from '../../../shared/project/document.ts';
import { generatedBook } from '../../helpers/generated-book.ts';

type Question = Input<'breakdowns'>;

const QUESTION: Question = {
  assumptions: DEFAULTS,
  models: ['allSales', 'split'],
  filter: NO_FILTER,
  rate: null,
  locale: 'en',
};

it('gives up what was asked where nothing is asked any more, and answers when it is asked again', async () => {
  const engine = createEmbeddedEngine();
  await engine.run('setBook', generatedBook(50));
  const signals: (AbortSignal | undefined)[] = [];
  const watched: Engine = {
    ...engine,
    run: (kind, input, options) => {
      signals.push(options?.signal);
      return engine.run(kind, input, options);
    },
  };
  const context = {
    store: createAppStore(),
    engine: watched,
    files: watched,
    bridge: createMemoryBridge().bridge,
  };
  const { result, rerender } = renderHook<JobState<Output<'breakdowns'>>, Question | null>(
    (input) => useJob('breakdowns', input),
    {
      initialProps: QUESTION,
      wrapper: ({ children }: { readonly children: ReactNode }) => (
        <AppContextProvider value={context}>{children}</AppContextProvider>
      ),
    },
  );
  rerender(null);
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  // Long enough for an answer that was not given up.
  await act(async () => {
    await engine.run('breakdowns', QUESTION);
  });
  expect(result.current).toEqual({ answer: null, isCurrent: false });
  rerender(QUESTION);
  await waitFor(() => expect(result.current.isCurrent).toBe(true));
  expect(Object.keys(result.current.answer?.models ?? {})).toEqual(['allSales', 'split']);
});
