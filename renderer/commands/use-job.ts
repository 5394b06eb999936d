import { useEffect, useMemo, useState } from 'react';
import { useAppContext } from './context.tsx';
import { JobCancelled, type Input, type JobKind, type Output } from '../engine/jobs.ts';
import { createLatest } from '../engine/latest.ts';

/** An answer beside the main figures, and whether it is of the question asked now. */
export interface JobState<Answer> {
  readonly answer: Answer | null;
  readonly isCurrent: boolean;
}

/**
 * Runs a job for `input` and keeps its last good answer until a newer one is there. Null asks
 * nothing and gives up what was asked before. The input must keep its identity while the question
 * stays the same. With `patience` a question has to stand that many milliseconds, and is given up
 * for the next one: for long searches. Without it, answers keep coming while a slider is dragged.
 */
export function useJob<Kind extends JobKind>(
  kind: Kind,
  input: Input<Kind> | null,
  patience = 0,
): JobState<Output<Kind>> {
  const { engine } = useAppContext();
  const [last, setLast] = useState<{ of: unknown; answer: Output<Kind> } | null>(null);
  const latest = useMemo(
    () =>
      createLatest<Input<Kind>>(async (question, signal) => {
        try {
          const answer = await engine.run(kind, question, {
            signal,
            onPartial: (partial) => {
              setLast({ of: question, answer: partial });
            },
          });
          setLast({ of: question, answer });
        } catch (cause) {
          // The figures this stands beside say what went wrong; the old answer stays, not current.
          if (cause instanceof JobCancelled) throw cause;
        }
      }),
    [engine, kind],
  );
  useEffect(() => {
    if (input === null) {
      // What was asked would only be in the way of what is asked for instead.
      latest.cancel();
      return;
    }
    if (patience === 0) {
      latest.request(input);
      return;
    }
    const wait = setTimeout(() => {
      latest.request(input);
    }, patience);
    return () => {
      clearTimeout(wait);
      latest.cancel();
    };
  }, [latest, input, patience]);
  useEffect(
    () => () => {
      latest.cancel();
    },
    [latest],
  );
  return { answer: last?.answer ?? null, isCurrent: last !== null && last.of === input };
}
