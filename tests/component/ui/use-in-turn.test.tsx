import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useInTurn } from '../../../renderer/ui/use-in-turn.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.runAllTimers();
  vi.useRealTimers();
});

function Section({ name, value }: { readonly name: string; readonly value: number }) {
  return <p aria-label={name}>{useInTurn(value)}</p>;
}
const screenOf = (value: number) => (
  <>
    <Section name="first" value={value} />
    <Section name="second" value={value} />
    <Section name="third" value={value} />
  </>
);
const shown = () =>
  ['first', 'second', 'third'].map((name) => screen.getByLabelText(name).textContent);
const nextTask = () => {
  act(() => {
    vi.advanceTimersToNextTimer();
  });
};

it('draws section after section, each in a task of its own', () => {
  const { rerender } = render(screenOf(1));
  act(() => {
    vi.runAllTimers();
  });
  expect(shown()).toEqual(['1', '1', '1']);
  rerender(screenOf(2));
  const seen = [shown()];
  for (let task = 0; task < 3; task += 1) {
    nextTask();
    seen.push(shown());
  }
  expect(seen).toEqual([
    ['1', '1', '1'],
    ['2', '1', '1'],
    ['2', '2', '1'],
    ['2', '2', '2'],
  ]);
});

it('lets no section starve while newer values keep coming', () => {
  const { rerender } = render(screenOf(0));
  act(() => {
    vi.runAllTimers();
  });
  for (let value = 1; value <= 6; value += 1) {
    rerender(screenOf(value));
    nextTask();
  }
  expect(shown()).toEqual(['4', '5', '6']);
});
