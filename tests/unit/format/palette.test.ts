import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CHART_SURFACE,
  MODEL_COLOURS,
  contrast,
  modelLetter,
  modelSlot,
} from '../../../shared/format/palette.ts';

const tokens = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

describe('model colours', () => {
  it('measures black on white as 21:1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  });

  it('stand at least 3:1 against their surface in both themes', () => {
    for (const { light, dark } of MODEL_COLOURS) {
      expect(contrast(light, CHART_SURFACE.light), light).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, CHART_SURFACE.dark), dark).toBeGreaterThanOrEqual(3);
    }
  });

  it('are the same in the style sheet, and so are the surfaces', () => {
    MODEL_COLOURS.forEach(({ light, dark }, slot) => {
      expect(tokens).toContain(`--model-${slot}: light-dark(${light}, ${dark});`);
    });
    expect(tokens).toContain(
      `--surface: light-dark(${CHART_SURFACE.light}, ${CHART_SURFACE.dark});`,
    );
  });

  it('keep named models where they are and give custom ones slots and letters of their own', () => {
    const custom = ['customTiered', 'pods'];
    const all = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment', ...custom];
    expect(all.map((model) => modelSlot(model, custom))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(all.map((model) => modelLetter(model, custom))).size).toBe(all.length);
  });
});

describe('text colours', () => {
  const token = (name: string): { light: string; dark: string } => {
    const match = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
    if (match?.[1] === undefined || match[2] === undefined) throw new Error(`no token ${name}`);
    return { light: match[1], dark: match[2] };
  };
  const pairs = [
    ['text', 'surface'],
    ['text-muted', 'surface'],
    ['text-muted', 'surface-sunken'],
    ['text-muted', 'surface-hover'],
    ['accent', 'surface'],
    ['accent', 'accent-soft'],
    ['text-on-accent', 'accent'],
    ['good', 'good-soft'],
    ['warning', 'warning-soft'],
    ['danger', 'danger-soft'],
    ['danger', 'surface'],
    ['warning', 'surface'],
    ['good', 'surface'],
  ] as const;
  it.each(pairs)('%s on %s reads at 4.5:1 in both themes', (ink, ground) => {
    expect(contrast(token(ink).light, token(ground).light)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token(ink).dark, token(ground).dark)).toBeGreaterThanOrEqual(4.5);
  });
});
