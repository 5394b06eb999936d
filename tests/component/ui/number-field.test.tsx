import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { NumberField } from '../../../renderer/ui/number-field.tsx';

function Share({ log }: { readonly log: number[] }) {
  const [value, setValue] = useState(0.2);
  return (
    <NumberField
      label="Variable share"
      kind="percent"
      value={value}
      min={0}
      max={1}
      step={0.01}
      format={(share) => `${String(Math.round(share * 1000) / 10)} %`}
      onChange={(next) => {
        log.push(next);
        setValue(next);
      }}
    />
  );
}

function field(): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('textbox', { name: 'Variable share' });
}

describe('a number field', () => {
  it('takes what is typed on Enter and on leaving', async () => {
    const log: number[] = [];
    const user = userEvent.setup();
    render(<Share log={log} />);
    await user.clear(field());
    await user.type(field(), '30%{Enter}');
    expect(field().value).toBe('30 %');
    await user.clear(field());
    await user.type(field(), '=0.5*0.5');
    await user.tab();
    expect(field().value).toBe('25 %');
    expect(log).toEqual([0.3, 0.25]);
  });

  it('says why it refuses and keeps what was typed', async () => {
    const log: number[] = [];
    const user = userEvent.setup();
    render(<Share log={log} />);
    await user.clear(field());
    await user.type(field(), '130{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('Must be between 0 % and 100 %, is 130 %.');
    expect(field().value).toBe('130');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(log).toEqual([]);
    await user.type(field(), '{Escape}');
    expect(field().value).toBe('20 %');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('steps with the arrows, ten times with Shift, and stops at the ends', async () => {
    const log: number[] = [];
    const user = userEvent.setup();
    render(<Share log={log} />);
    await user.click(field());
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{Shift>}{ArrowUp}{/Shift}');
    expect(log).toEqual([0.21, 0.22, 0.21, 0.31]);
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
    expect(log.at(-1)).toBe(0);
  });

  it('leaves an untouched number alone', async () => {
    const log: number[] = [];
    const user = userEvent.setup();
    render(<Share log={log} />);
    await user.click(field());
    await user.tab();
    expect(log).toEqual([]);
  });
});
