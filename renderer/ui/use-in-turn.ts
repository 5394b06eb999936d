import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** A section of the screen that has something new to draw. */
interface Section {
  draw: () => void;
}

/** Sections in the order of their turns; one that waits keeps its place when it gets something newer still. */
const waiting = new Set<Section>();
let isGoing = false;

function drawNext(): void {
  const [section] = waiting;
  isGoing = section !== undefined;
  if (section === undefined) return;
  waiting.delete(section);
  // A task each, so that what the user does comes between them.
  setTimeout(drawNext);
  section.draw();
}

/**
 * `value` as of this component's turn. Where many sections follow the same figures, each draws them in
 * a task of its own instead of all in one that holds up the pointer; none waits longer than a round.
 */
export function useInTurn<Value>(value: Value): Value {
  const [shown, setShown] = useState({ value });
  const [section] = useState<Section>(() => ({ draw: () => undefined }));
  useEffect(() => {
    section.draw = () => {
      flushSync(() => {
        setShown((last) => (Object.is(last.value, value) ? last : { value }));
      });
    };
    waiting.add(section);
    if (!isGoing) {
      isGoing = true;
      setTimeout(drawNext);
    }
  }, [section, value]);
  useEffect(
    () => () => {
      waiting.delete(section);
    },
    [section],
  );
  return shown.value;
}
