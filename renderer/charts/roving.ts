import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { isMove, moveMark, type Flow, type MarkGrid } from './marks.ts';
import { sameMark, type MarkId } from './series.ts';

/** One tab stop for a grid of things that can be focused, and arrow keys among them. */
export interface Roving {
  readonly tabStop: MarkId | null;
  /** Give the element of each mark, null when it goes. */
  readonly register: (mark: MarkId, element: HTMLElement | SVGElement | null) => void;
  /** Call when a mark has come into focus. */
  readonly focused: (mark: MarkId) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useRoving(grid: MarkGrid, flow: Flow): Roving {
  const elements = useRef(new Map<string, HTMLElement | SVGElement>());
  const [wanted, setWanted] = useState<MarkId | null>(null);
  // New figures may make a new element for a mark that has the focus: the focus goes along.
  const lost = useRef<string | null>(null);

  const tabStop = useMemo(() => {
    const marks = grid.flat().filter((mark) => mark !== null);
    return marks.find((mark) => sameMark(mark, wanted)) ?? marks[0] ?? null;
  }, [grid, wanted]);

  const register = useCallback((mark: MarkId, element: HTMLElement | SVGElement | null) => {
    const key = keyOf(mark);
    if (element === null) {
      if (elements.current.get(key) === document.activeElement) lost.current = key;
      elements.current.delete(key);
      return;
    }
    elements.current.set(key, element);
    if (lost.current !== key) return;
    lost.current = null;
    // Only a focus that fell to the page: what the user went to since keeps it.
    if (document.activeElement === document.body) element.focus();
  }, []);

  const focused = useCallback((mark: MarkId) => {
    lost.current = null;
    setWanted(mark);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (tabStop === null || !isMove(event.key)) return;
    event.preventDefault();
    elements.current.get(keyOf(moveMark(grid, tabStop, event.key, flow)))?.focus();
  };

  return { tabStop, register, focused, onKeyDown };
}

function keyOf(mark: MarkId): string {
  return JSON.stringify([mark.row, mark.column]);
}
