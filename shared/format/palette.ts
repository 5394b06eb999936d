/**
 * One colour a model, on every screen, in the workbook and in the deck. Derived from the Okabe–Ito
 * set, each shade moved in lightness until it stands at least 3:1 against its surface (a test
 * measures it), and a letter so that print in grey still reads.
 */
export interface ModelColour {
  /** sRGB hex on a light surface (and on paper). */
  readonly light: string;
  /** sRGB hex on a dark surface. */
  readonly dark: string;
}

/** The surfaces that charts are drawn on. */
export const CHART_SURFACE = { light: '#ffffff', dark: '#16191d' } as const;

/** By slot: the three named models, the two reference lines, then custom models, those least like a named one first. */
export const MODEL_COLOURS: readonly ModelColour[] = [
  { light: '#0072b2', dark: '#4ba3dd' },
  { light: '#d55e00', dark: '#e8833a' },
  { light: '#008e67', dark: '#2bb58c' },
  { light: '#b0578a', dark: '#d38ab3' },
  { light: '#66707d', dark: '#98a3b0' },
  { light: '#9c7a00', dark: '#e0bb3c' },
  { light: '#7a5195', dark: '#b795d3' },
  { light: '#8a4b2a', dark: '#cf9270' },
  { light: '#2f86bd', dark: '#7cc5ee' },
  { light: '#3f7f3f', dark: '#8cc48c' },
];

const NAMED = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment'];
const NAMED_LETTERS = ['A', 'S', 'C', 'F', 'B'];
const CUSTOM_LETTERS = 'KLMNPQRTUVWXYZ';

/** Colour slot of a model: fixed for the named ones; custom ones take the slots after them in the order given. */
export function modelSlot(model: string, customModels: readonly string[] = []): number {
  const named = NAMED.indexOf(model);
  if (named >= 0) return named;
  const own = MODEL_COLOURS.length - NAMED.length;
  return NAMED.length + (Math.max(0, customModels.indexOf(model)) % own);
}

/** The letter that stands for a model where colour can't. */
export function modelLetter(model: string, customModels: readonly string[] = []): string {
  const named = NAMED_LETTERS[NAMED.indexOf(model)];
  if (named !== undefined) return named;
  const index = Math.max(0, customModels.indexOf(model));
  return CUSTOM_LETTERS.charAt(index % CUSTOM_LETTERS.length);
}

/** The colours of a model in both themes. */
export function modelColour(model: string, customModels: readonly string[] = []): ModelColour {
  return MODEL_COLOURS[modelSlot(model, customModels)] ?? { light: '#66707d', dark: '#98a3b0' };
}

/** WCAG contrast ratio of two sRGB hex colours, 1..21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(hex: string): number {
  const channel = (from: number): number => {
    const c = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
