import { describe, expect, it } from 'vitest';
import {
  attainmentFindings,
  cycleFinding,
  flipFinding,
  leaderFinding,
  todayFinding,
} from '../../../shared/analysis/findings.ts';
import type { Flip } from '../../../shared/analysis/flips.ts';
import { leaderOf } from '../../../shared/analysis/leader.ts';
import type { Book } from '../../../shared/book/book.ts';
import { createFormat } from '../../../shared/format/format.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import { assumptionsWith } from '../../helpers/assumptions.ts';
import { exampleBook, exampleExpected } from '../../helpers/example.ts';

const format = createFormat('en-US', 'USD');
const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ') ?? null;
const { models } = DEFAULTS;

const flip: Flip = {
  path: 'cycle.tauDays',
  title: 'Sales cycle after which the seller holds most of the relationship',
  unit: 'days',
  value: 120,
  flipsAt: 81.4,
  towards: 'below',
  leader: 'split',
};

describe('the finding', () => {
  const leader = leaderOf({ allSales: 1e6, split: 8e6, allCsm: 9.9e6 }, 'npv', 1e7);
  const narrow = leaderOf({ split: 8e6, allCsm: 8.05e6 }, 'runRate', 1e7);

  it('names the leader by the metric in use and by how much', () => {
    const sentence = 'All-CSM leads Split by $1.9 M net present value.';
    expect(plain(leaderFinding(leader, [], models, format))).toBe(sentence);
    expect(plain(leaderFinding(leader, null, models, format))).toBe(sentence);
  });

  it('says when it is too close to call, and what would change it', () => {
    expect(plain(leaderFinding(narrow, [], models, format))).toBe(
      'Too close to call: All-CSM is ahead of Split by $50 k run rate, less than 1% of ARR.',
    );
    expect(plain(leaderFinding(leader, [flip], models, format))).toBe(
      'Too close to call: All-CSM leads Split by $1.9 M net present value, but one assumption within its range changes that.',
    );
    expect(plain(flipFinding(flip, models, format))).toBe(
      'Split would lead if “Sales cycle after which the seller holds most of the relationship” were below 81 days (now 120 days).',
    );
  });

  it('has an answer with one model and with none, and uses the name the user gave', () => {
    const alone = leaderOf({ mine: 2e6 }, 'contribution', 1);
    const named = { mine: { label: 'Pods', motions: models['split']?.motions } };
    expect(plain(leaderFinding(alone, [], named, format))).toBe(
      'Pods brings $2 M contribution in year 1.',
    );
    expect(leaderFinding(null, null, models, format)).toBe('No model to compare.');
  });

  it('compares with today', () => {
    const results = exampleExpected('expected').models;
    const { split, allCsm } = results;
    if (!split || !allCsm) throw new Error('the example has both');
    const higher = { ...results, allCsm: { ...allCsm, npv: split.npv + 1.9e6 } };
    const said = (model: string, current: string | null) =>
      plain(todayFinding(model, higher, current, 'npv', models, format));
    expect(said('allCsm', 'split')).toBe(
      "All-CSM brings $1.9 M net present value more than Split, today's model.",
    );
    expect(said('split', 'allCsm')).toBe(
      "Split brings $1.9 M net present value less than All-CSM, today's model.",
    );
    expect(said('split', 'split')).toBeNull();
    expect(said('split', null)).toBeNull();
  });
});

describe('implied attainment', () => {
  it('is said outside 80 to 120 % only', () => {
    const result = exampleExpected('expected').models['split'];
    if (!result) throw new Error('the example has a split');
    const impliedAttainment = { ae: 0.8, am: null, csm: 0.5649, partner: 1.201 };
    expect(attainmentFindings({ ...result, impliedAttainment }, format)).toEqual([
      {
        role: 'csm',
        sentence: 'CSM: at the stated quota this plan would pay 56.5% of what it promises.',
      },
      {
        role: 'partner',
        sentence: 'partner: at the stated quota this plan would pay 120.1% of what it promises.',
      },
    ]);
  });
});

describe('missing sales cycles', () => {
  const book = exampleBook();
  const without = (missing: (index: number) => boolean): Book => ({
    ...book,
    cycleDays: book.cycleDays.map((_, index) => (missing(index) ? Number.NaN : 100)),
  });
  const said = (of: Book, part: unknown = {}) => {
    const assumptions = assumptionsWith(part);
    return cycleFinding(fillIn(of, assumptions), assumptions, format);
  };

  it('says nothing where the book brings them', () => {
    expect(said(without(() => false))).toBeNull();
  });

  it('says what is assumed where the book has none', () => {
    expect(plain(said(without(() => true)))).toBe(
      'No sales cycle in this book: 90 days assumed for all 36 accounts.',
    );
    expect(
      plain(
        said(
          without(() => true),
          { cycle: { defaultDays: 45 } },
        ),
      ),
    ).toBe('No sales cycle in this book: 45 days assumed for all 36 accounts.');
  });

  it('counts what is missing', () => {
    expect(said(without((index) => index < 5))).toBe(
      'No sales cycle for 5 of 36 accounts: the middle of their segment is assumed.',
    );
  });

  it('names lengths typed by segment', () => {
    const sentence = said(
      without(() => true),
      { cycle: { segmentDays: { Small: 20 } } },
    );
    expect(plain(sentence)).toMatch(
      /^No sales cycle in this book: typed or assumed are 20 days for \d+, 90 days for \d+ accounts\.$/,
    );
  });
});
