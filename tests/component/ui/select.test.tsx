import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Select } from '../../../renderer/ui/select.tsx';

const GROUPS = [
  {
    label: 'Fruit',
    options: [
      { value: 'apple', label: 'Apple', note: '90 %' },
      { value: 'banana', label: 'Banana' },
    ],
  },
  { label: 'Other', options: [{ value: 'carrot', label: 'Carrot' }] },
];

function Basket({ initial }: { readonly initial: string | null }) {
  const [value, setValue] = useState(initial);
  return <Select label="Bought" value={value} onChange={setValue} groups={GROUPS} />;
}
function open(initial: string | null) {
  render(<Basket initial={initial} />);
  return userEvent.setup({ pointerEventsCheck: 0 });
}
const button = () => screen.getByRole('combobox', { name: 'Bought', hidden: true });
const options = () => screen.queryAllByRole('option', { hidden: true });
const chosen = () => [button().textContent, button().getAttribute('aria-expanded')];

describe('a list to choose from', () => {
  it('draws its options only from when it has the focus', async () => {
    let drawn = 0;
    const Note = () => {
      drawn += 1;
      return null;
    };
    const list = [{ label: '', options: [{ value: 'a', label: 'Apple', note: <Note /> }] }];
    render(<Select label="Bought" value="a" onChange={() => undefined} groups={list} />);
    expect([...chosen(), drawn]).toEqual(['Apple', 'false', 0]);
    await userEvent.tab();
    expect(drawn).toBeGreaterThan(0);
  });

  it('says that nothing is chosen', () => {
    open(null);
    expect(chosen()).toEqual(['Choose', 'false']);
  });

  it('says nothing of a value that is none of the options', () => {
    open('plum');
    expect(chosen()).toEqual(['', 'false']);
  });

  it('chooses with a click and takes the focus back', async () => {
    const user = open('banana');
    await user.click(button());
    expect(options().map((option) => option.textContent)).toEqual([
      'Apple90 %',
      'Banana',
      'Carrot',
    ]);
    expect(options().map((option) => option.getAttribute('aria-selected'))).toContain('true');
    await user.click(screen.getByRole('option', { name: /^Carrot/, hidden: true }));
    expect(chosen()).toEqual(['Carrot', 'false']);
    expect(options()).toEqual([]);
    expect(document.activeElement).toBe(button());
  });

  it('chooses by a letter while closed', async () => {
    const user = open('banana');
    await user.tab();
    await user.keyboard('c');
    expect(chosen()).toEqual(['Carrot', 'false']);
    expect(options()).toEqual([]);
  });

  it.each([
    ['{Enter}', '{Home}', 'Apple'],
    ['{Enter}', '{End}', 'Carrot'],
    [' ', '{ArrowUp}', 'Apple'],
    ['{ArrowDown}', '{ArrowDown}', 'Carrot'],
    ['{ArrowUp}', 'a', 'Apple'],
  ])('opens by "%s", goes by "%s" to %s', async (opening, going, label) => {
    const user = open('banana');
    await user.tab();
    await user.keyboard(opening);
    expect(button().getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement?.textContent).toBe('Banana');
    await user.keyboard(going);
    // The list moves its focus in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    await user.keyboard('{Enter}');
    expect(chosen()).toEqual([label, 'false']);
    expect(document.activeElement).toBe(button());
  });

  it('leaves the choice alone on Escape and takes the focus back', async () => {
    const user = open('banana');
    await user.tab();
    await user.keyboard('{Enter}{End}');
    await user.keyboard('{Escape}');
    expect(chosen()).toEqual(['Banana', 'false']);
    expect(document.activeElement).toBe(button());
  });
});
