import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { undo } from '../../../renderer/store/history.ts';
import { activeScenario } from '../../../renderer/store/selectors.ts';
import { AssumptionSlider } from '../../../renderer/views/assumptions/assumption-slider.tsx';
import { AssumptionsScreen } from '../../../renderer/views/assumptions/assumptions-screen.tsx';
import { KEY_ASSUMPTIONS } from '../../../renderer/views/assumptions/key-assumptions.ts';
import { openWindow } from '../../helpers/window.tsx';

const BOOK = { 'book.csv': 'Account Name,ARR\nAlder Freight,28000\nBirch Analytics,130000' };

describe('an assumption slider', () => {
  it('moves by the keyboard, one undo step a press, and resets', async () => {
    const { show, store } = await openWindow(BOOK);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<AssumptionSlider path="grossMargin" />);
    const margin = (): number | undefined =>
      activeScenario(store.getState())?.assumptions.grossMargin;
    const thumb = screen.getByRole('slider');
    expect(thumb.getAttribute('aria-valuetext')).toBe('75.0%');
    thumb.focus();
    await user.keyboard('{ArrowRight}');
    expect(margin()).toBeGreaterThan(0.75);
    await user.click(screen.getByRole('button', { name: /^Reset to 75/ }));
    expect(margin()).toBe(0.75);
    undo(store);
    expect(margin()).toBeGreaterThan(0.75);
    undo(store);
    expect(margin()).toBe(0.75);
  });

  it('takes a typed figure beyond its sourced range, but not beyond its bounds', async () => {
    const { show, store } = await openWindow(BOOK);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<AssumptionSlider path="grossMargin" />);
    const field = screen.getByRole('textbox');
    await user.clear(field);
    await user.type(field, '120{Enter}');
    expect(screen.getByRole('alert').textContent).toMatch(/^Must be between 0.% and 100.%/);
    await user.clear(field);
    await user.type(field, '95{Enter}');
    expect(activeScenario(store.getState())?.assumptions.grossMargin).toBe(0.95);
  });

  it('says where its default comes from', async () => {
    const { show } = await openWindow(BOOK);
    show(<AssumptionSlider path="whitespace.share" />);
    expect(screen.getByText('no public source')).toBeDefined();
  });
});

describe('the assumptions screen', () => {
  it('shows the fifteen that matter most, each with a slider', async () => {
    const { show } = await openWindow(BOOK);
    show(<AssumptionsScreen />);
    expect(KEY_ASSUMPTIONS).toHaveLength(15);
    expect(screen.getAllByRole('slider')).toHaveLength(15);
  });

  it('finds a figure by words and unlinks a variant from its base', async () => {
    const { show, store } = await openWindow(BOOK);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<AssumptionsScreen />);
    await user.click(screen.getByRole('searchbox'));
    await user.paste('all-csm earnings');
    await user.click(screen.getByRole('button', { name: /Unlink$/ }));
    expect(activeScenario(store.getState())?.unlinked).toEqual(['models.allCsm.roles.csm.ote']);
    expect(screen.getByRole('button', { name: /Link to the base/ })).toBeDefined();
  });
});
