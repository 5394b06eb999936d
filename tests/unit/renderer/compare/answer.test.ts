import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../renderer/views/compare/answer.ts';
import { exampleSubject, plain } from './subject-of-example.ts';

describe('the answer', () => {
  it('comes first, with what stands beside it', () => {
    const answer = answerOf(exampleSubject(), []);
    expect(answer.leader?.model).toBe('split');
    // 36,110 of net present value on 6,000,769 of ARR is below one percent.
    expect(plain(answer.sentence)).toMatch(
      /^Too close to call: Split is ahead of All-CSM by \$36.1 k/,
    );
    expect(answer.beside.map(({ label, text }) => [label, plain(text)])).toEqual([
      ['Run rate', 'All-CSM by $140.3 k'],
      ['Contribution in year 1', 'All-CSM by $103.4 k'],
      ['Payback of the change', '–'],
    ]);
    expect(answer.beside[2]?.reason).toBe('The leader is today’s model.');
  });

  it('says how firm it is: not yet known, firm, or what would change it', () => {
    expect(answerOf(exampleSubject(), null).firmness).toMatch(/^Not yet known/);
    expect(answerOf(exampleSubject(), []).firmness).toMatch(/^No assumption .* changes this/);
    expect(answerOf(exampleSubject({ shown: ['split'] }), null).firmness).toBe('');
  });

  it('never lets a reference lead', () => {
    const answer = answerOf(exampleSubject({ shown: ['allSales', 'allCsm', 'bestFit'] }), null);
    expect(answer.leader?.model).toBe('allCsm');
  });

  it('names the assumptions that would change the leader', () => {
    const flip = {
      path: 'grossMargin',
      title: 'Gross margin',
      unit: 'share',
      value: 0.75,
      flipsAt: 0.7,
      towards: 'below',
      leader: 'allCsm',
    } as const;
    const answer = answerOf(exampleSubject(), [flip]);
    expect(answer.firmness).toBe('');
    expect(answer.flips).toEqual([
      {
        path: 'grossMargin',
        sentence: 'All-CSM would lead if “Gross margin” were below 70.0% (now 75.0%).',
      },
    ]);
  });

  it('says what is missing for a payback where nobody has said who leads today', () => {
    const answer = answerOf(exampleSubject({ comparison: { currentModel: null } }), null);
    expect(answer.today).toBeNull();
    expect(answer.beside[2]?.reason).toBe('Needs to know who leads today.');
  });
});
