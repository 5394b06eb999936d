import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answerToday } from '../../../renderer/store/book.ts';
import { undo } from '../../../renderer/store/history.ts';
import { CompareScreen } from '../../../renderer/views/compare/compare-screen.tsx';
import { ExplainPanel } from '../../../renderer/views/explain/explain-panel.tsx';
import { AccountPage } from '../../../renderer/views/explain/account-page.tsx';
import { openAccount } from '../../../renderer/store/view.ts';
import { readCanonicalBook } from '../../helpers/read-canonical-book.ts';
import { renderWithApp } from './render-with-app.tsx';

const book = readCanonicalBook('tests/fixtures/model-example/book.csv', 'USD');
const show = () =>
  renderWithApp(
    <>
      <CompareScreen />
      <AccountPage />
      <aside aria-label="Explain">
        <ExplainPanel />
      </aside>
    </>,
    book,
  );
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ');
const panelText = () => plain(document.querySelector('[aria-label="Explain"]')?.textContent);

/** The cells of a row of figures, by the label in front. Found by text: roles of a whole page of charts take seconds. */
async function row(label: string): Promise<readonly HTMLElement[]> {
  return waitFor(() => {
    const headers = [...document.querySelectorAll('.figures__table th[scope="row"]')];
    const header = headers.find(({ textContent }) => textContent.startsWith(label));
    const cells = header?.closest('tr')?.querySelectorAll('button') ?? [];
    expect(cells).not.toHaveLength(0);
    return [...cells];
  });
}
const texts = (cells: readonly HTMLElement[]) =>
  cells.slice(0, 3).map(({ textContent }) => plain(textContent));

describe('Compare', () => {
  it('answers first and shows no difference until somebody says who leads today', async () => {
    const { store } = show();
    expect(texts(await row('Cost of the year'))).toEqual(['$994,450', '$1,002,668', '$711,432']);
    expect(document.querySelector('h1')?.textContent).toMatch(/leads|Too close to call/);
    expect(screen.getByText(/Nobody has said who leads/)).toBeTruthy();
    answerToday(store, 'split', 'Today: Split');
    await screen.findByText(/All-CSM costs least to run: .* than Split, today’s model/);
    expect(texts(await row('Cost of the year'))).toEqual([
      '$994,450▼ −$8.2 k',
      '$1,002,668 ',
      '$711,432▼ −$291.2 k',
    ]);
    expect(screen.queryByText(/Nobody has said who leads/)).toBeNull();
  });

  it('explains the figure in focus with its own values, and takes back a change of metric', async () => {
    const { store } = show();
    answerToday(store, 'split', 'Today: Split');
    (await row('Net revenue retention'))[1]?.focus();
    await waitFor(() => {
      expect(panelText()).toContain('($5,072,198 + $1,029,344) ÷ $6,000,769 = 101.7%');
    });
    expect(panelText()).toContain('36 accounts');

    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await waitFor(() => {
      expect(panelText()).toMatch(/^All-CSMGross revenue retention/);
    });

    // New figures draw the table again: the focus must not go back to it.
    const bar = document.querySelector<SVGElement>('[aria-label^="Split: Coordination"]');
    bar?.focus();
    await waitFor(() => {
      expect(panelText()).toMatch(/^SplitCoordination/);
    });
    expect(document.activeElement).toBe(bar);

    await userEvent.click(screen.getByText('Run rate', { selector: '.segmented button' }));
    await screen.findByText(/^All-CSM leads .* run rate/, { selector: 'h1' });
    undo(store);
    expect(store.getState().document?.scenarios[0]?.assumptions.decisionMetric).toBe('npv');
  });

  it('explains an account step by step under each model', async () => {
    const { store } = show();
    await row('Cost of the year');
    // The best fits were marked until they were there.
    await waitFor(() => {
      expect(document.body.textContent).not.toContain('computing');
    });
    openAccount(store, { scenario: 'scenario-1', model: 'split', account: 5, from: 'Split: NRR' });
    const title = await screen.findByRole('heading', { name: book.name[5] ?? '' });
    const page = title.closest('[role=dialog]');
    await waitFor(() => {
      expect(page?.textContent).toContain('Renewal, step by step');
    });
    expect(plain(page?.textContent)).toContain('1 − exp(−sales cycle ÷ relationship scale)');
    expect(page?.textContent).toContain('CSM on-target earnings × CSM variable share');
    await userEvent.click(screen.getByText('All-Sales', { selector: '.over-page button' }));
    await waitFor(() => {
      expect(page?.textContent).toContain('AE on-target earnings × AE variable share');
    });
    await userEvent.keyboard('{Escape}');
    expect(store.getState().session.account).toBeNull();
  });

  it('switches what the quota pays beside the sentence that doubts it', async () => {
    const { store } = show();
    await screen.findByText(/at the stated quota this plan would pay 55\.6% /);
    await userEvent.click(screen.getByText('As stated'));
    expect(store.getState().document?.scenarios[0]?.assumptions.pay.mode).toBe('quota');
  });
});
