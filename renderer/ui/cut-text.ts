/** Elements that cut what does not fit. */
const CUTTING = '.truncate, .table__cell, .columns__samples, .issues__message';

/** Gives text that is cut off its whole self as a title, as the pointer comes to it; a title of its own stays. */
export function watchCutText(root: HTMLElement): void {
  root.addEventListener('pointerover', ({ target }) => {
    const element = target instanceof Element ? target.closest<HTMLElement>(CUTTING) : null;
    if (element === null || element.title !== '') return;
    const isCut =
      element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    // A title above says more than the text itself.
    if (!isCut || element.closest('[title]') !== null) return;
    const text = element.textContent.trim();
    element.title = text;
    // What is cut can change under a resting pointer.
    element.addEventListener('pointerleave', () => element.removeAttribute('title'), {
      once: true,
    });
  });
}
