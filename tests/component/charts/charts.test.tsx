import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { groupedTable, stackedTable } from '../../../renderer/charts/chart-table.ts';
import { GroupedBars } from '../../../renderer/charts/grouped-bars.tsx';
import type {
  Cell,
  ChartModel,
  GroupedSeries,
  MarkId,
  StackedSeries,
  Unit,
} from '../../../renderer/charts/series.ts';
import { StackedBars } from '../../../renderer/charts/stacked-bars.tsx';
import { TooltipProvider } from '../../../renderer/ui/tooltip.tsx';

const money = (value: number) => `$${value.toLocaleString('en-US')}`;
const usd: Unit = { title: 'USD a year', exact: money, compact: money, alike: () => money };
const cell = (value: number | null, estimated = false): Cell => ({ value, estimated });
const models: readonly ChartModel[] = [
  {
    id: 'split',
    label: 'Split',
    letter: 'S',
    tone: 1,
    today: true,
    reference: false,
    pending: false,
  },
  {
    id: 'allCsm',
    label: 'All CSM',
    letter: 'C',
    tone: 2,
    today: false,
    reference: false,
    pending: false,
  },
  {
    id: 'bestFit',
    label: 'Best fit',
    letter: 'F',
    tone: 3,
    today: false,
    reference: true,
    pending: false,
  },
];
const look = { strength: 0.3, texture: 'plain' } as const;
const cost: StackedSeries = {
  unit: usd,
  parts: [
    { key: 'people', label: 'People', look },
    { key: 'paidTwice', label: 'Paid twice', look },
  ],
  models,
  cells: [
    [cell(600), cell(20)],
    [cell(500), cell(0)],
    [cell(550), cell(10, true)],
  ],
  totalLabel: 'Run cost',
};
const bands: GroupedSeries = {
  unit: usd,
  groupTitle: 'Length of the initial sale',
  groups: [
    { key: '0', label: 'Under 30 days', detail: '12 accounts' },
    { key: '30', label: '30 to 90 days', detail: '4 accounts' },
  ],
  models,
  cells: [
    [cell(10), cell(30), cell(31)],
    [cell(-5), cell(null), cell(2)],
  ],
  total: { label: 'Run rate', cells: [cell(5), cell(30), cell(33)] },
};

function show(opened: MarkId[], copied: string[]) {
  const clipboard = {
    copyText: async (text: string) => void copied.push(text),
    copyPicture: async () => undefined,
  };
  const onOpen = (mark: MarkId) => opened.push(mark);
  render(
    <TooltipProvider>
      <ChartFrame
        title="All CSM costs least"
        subtitle="Run cost, USD a year"
        table={stackedTable(cost, 'Component')}
        clipboard={clipboard}
        onOpen={onOpen}
      >
        <StackedBars label="Cost" series={cost} onOpen={onOpen} />
      </ChartFrame>
      <ChartFrame
        title="Where it comes from"
        subtitle="Run rate, USD a year"
        table={groupedTable(bands)}
        clipboard={clipboard}
        onOpen={onOpen}
      >
        <GroupedBars label="Bands" series={bands} onOpen={onOpen} />
      </ChartFrame>
    </TooltipProvider>,
  );
}

describe('a chart by keyboard', () => {
  it('has one tab stop, arrows move among its bars, Enter opens the bar in focus', async () => {
    const opened: MarkId[] = [];
    show(opened, []);
    const chart = screen.getByRole('group', { name: 'Cost' });
    expect(chart.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    within(chart)
      .getByRole('button', { name: /^Split: People/ })
      .focus();
    await userEvent.keyboard('{ArrowRight}{Enter}{ArrowDown}{Enter}{End} ');
    expect(opened).toEqual([
      { row: 'split', column: 'paidTwice' },
      // Nothing is paid twice there: the bar before it takes its place.
      { row: 'allCsm', column: 'people' },
      { row: 'bestFit', column: 'paidTwice' },
    ]);
    expect(chart.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('says for a bar what it shows on hover: figure, unit, total and estimate', async () => {
    show([], []);
    const chart = screen.getByRole('group', { name: 'Cost' });
    const bar = within(chart).getByRole('button', { name: /^Best fit: Paid twice/ });
    expect(bar.getAttribute('aria-label')).toBe(
      'Best fit: Paid twice, $10, Run cost $560, USD a year, rests partly on estimated values',
    );
    await userEvent.hover(bar);
    const reading = chart.querySelector('.chart__reading');
    expect(reading?.textContent).toContain('Best fit: Paid twice');
    expect(reading?.textContent).toContain('$10');
    await userEvent.unhover(bar);
    expect(chart.querySelector('.chart__reading')).toBeNull();
  });

  it('reaches reference lines too, and skips what is not defined', async () => {
    const opened: MarkId[] = [];
    show(opened, []);
    const chart = screen.getByRole('group', { name: 'Bands' });
    within(chart)
      .getByRole('button', { name: /^Split: 30 to 90 days, \$-5/ })
      .focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(opened).toEqual([{ row: '30', column: 'bestFit' }]);
  });
});

describe('a chart drawn again', () => {
  const tenfold: StackedSeries = {
    ...cost,
    cells: cost.cells.map((cells) => cells.map((own) => cell((own.value ?? 0) * 10))),
  };
  /** Where a mark of the axis stands, and where a first bar ends. */
  const placesOf = (chart: HTMLElement, mark: string, name: RegExp) => {
    const ticks = [...chart.querySelectorAll('.chart__tick')];
    const tick = ticks.find(({ textContent }) => textContent === mark);
    const bar = within(chart).getByRole('img', { name }).querySelector('.chart__bar');
    const end = Number(bar?.getAttribute('x')) + Number(bar?.getAttribute('width'));
    return { tick: Number(tick?.getAttribute('x')), end };
  };

  it('has its bars on the scale of its axis, before and after the axis has another end', () => {
    const { rerender } = render(<StackedBars label="Cost" series={cost} />);
    const chart = screen.getByRole('group', { name: 'Cost' });
    const before = placesOf(chart, '$600', /^Split: People/);
    expect(before.end).toBeCloseTo(before.tick, 6);
    rerender(<StackedBars label="Cost" series={tenfold} />);
    const after = placesOf(chart, '$6,000', /^Split: People/);
    expect(after.end).toBeCloseTo(after.tick, 6);
    expect(chart.textContent).not.toContain('$600');
  });

  it('keeps the bar in focus', () => {
    const { rerender } = render(
      <StackedBars label="Cost" series={cost} onOpen={() => undefined} />,
    );
    const bar = screen.getByRole('button', { name: /^Split: People/ });
    bar.focus();
    rerender(<StackedBars label="Cost" series={tenfold} onOpen={() => undefined} />);
    expect(document.activeElement).toBe(bar);
    expect(bar.getAttribute('aria-label')).toContain('$6,000');
  });
});

describe('a chart as its table', () => {
  it('shows the same numbers with caption, units and total, and a cell opens its bar', async () => {
    const opened: MarkId[] = [];
    show(opened, []);
    const frame = screen.getByRole('region', { name: 'All CSM costs least' });
    await userEvent.click(within(frame).getByRole('button', { name: 'Show as table' }));
    const table = within(frame).getByRole('table', {
      name: 'All CSM costs least Run cost, USD a year',
    });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('th,td')].map((entry) => entry.textContent));
    expect(rows).toEqual([
      ['Component', 'Unit', 'S Split (today)', 'C All CSM', 'F Best fit (reference)'],
      ['People', 'USD a year', '$600', '$500', '$550'],
      ['Paid twice', 'USD a year', '$20', '$0', '$10'],
      ['Run cost', 'USD a year', '$620', '$500', '$560'],
    ]);
    await userEvent.click(within(table).getByRole('button', { name: '$500' }));
    expect(opened).toEqual([{ row: 'allCsm', column: 'people' }]);
    expect(within(table).getByText('$10').className).toBe('estimated');
    await userEvent.click(within(frame).getByRole('button', { name: 'Show as chart' }));
    expect(within(frame).getByRole('group', { name: 'Cost' })).toBeTruthy();
  });

  it('writes – for what is not defined and copies its data', async () => {
    const copied: string[] = [];
    show([], copied);
    const frame = screen.getByRole('region', { name: 'Where it comes from' });
    await userEvent.click(within(frame).getByRole('button', { name: 'Show as table' }));
    expect(within(frame).getAllByText('–')).toHaveLength(1);
    await userEvent.click(within(frame).getByRole('button', { name: 'Copy data' }));
    expect(copied[0]).toContain('30 to 90 days (4 accounts)\tUSD a year\t-5\t\t2');
  });
});
