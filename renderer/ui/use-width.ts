import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Pixels an element is wide, followed as it changes; `usual` until it has been laid out. */
export function useWidth<Host extends Element>(usual: number): [RefObject<Host | null>, number] {
  const host = useRef<Host>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const measure = () => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [host, width];
}
