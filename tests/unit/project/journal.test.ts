import { enablePatches, produceWithPatches } from 'immer';
import { expect, test } from 'vitest';
import { applyJournal, journalRecord } from '../../../shared/project/journal.ts';
import type { ProjectDocument } from '../../../shared/project/document.ts';
import { smallProject } from '../../helpers/projects.ts';

enablePatches();

/** A document and the journal records of two edits made on it. */
function edited(): { base: ProjectDocument; after: ProjectDocument[]; records: string[] } {
  const base = smallProject();
  const { book, sources, report, ...editable } = base;
  const [first, one] = produceWithPatches(editable, (draft) => {
    draft.name = 'Second name';
    draft.view.choices['tab'] = 'cost';
  });
  const [second, two] = produceWithPatches(first, (draft) => {
    draft.scenarios.splice(0, 1);
    draft.history.future.length = 0;
  });
  return {
    base,
    after: [first, second].map((state) => ({ ...state, book, sources, report })),
    records: [journalRecord(one), journalRecord(two)],
  };
}

test('the journal on its base is the document as it was', () => {
  const { base, after, records } = edited();
  expect(applyJournal(base, records)).toEqual({ document: after[1], applied: 2, lost: 0 });
  expect(applyJournal(base, [])).toEqual({ document: base, applied: 0, lost: 0 });
});

test('a record cut short anywhere loses only itself', () => {
  const { base, after, records } = edited();
  const last = records[1] ?? '';
  for (let length = 0; length < last.length; length += 37) {
    const recovered = applyJournal(base, [records[0] ?? '', last.slice(0, length)]);
    expect(recovered).toEqual({ document: after[0], applied: 1, lost: 1 });
  }
});

test('columns and sources keep their identity', () => {
  const { base, records } = edited();
  const { document } = applyJournal(base, records);
  expect(document.book).toBe(base.book);
  expect(document.sources).toBe(base.sources);
});

test.each([
  ['makes no document', [{ op: 'replace', path: ['scenarios'], value: [] }]],
  ['leads nowhere', [{ op: 'replace', path: ['scenarios', 9, 'name'], value: 'x' }]],
  ['adds a slice', [{ op: 'add', path: ['book'], value: {} }]],
  ['reaches for a prototype', [{ op: 'add', path: ['__proto__', 'polluted'], value: true }]],
  ['reaches for a constructor', [{ op: 'add', path: ['constructor', 'polluted'], value: true }]],
] as const)('a record that %s ends the reading', (_, patches) => {
  const { base, records } = edited();
  const recovered = applyJournal(base, [JSON.stringify({ patches }), ...records]);
  expect(recovered).toEqual({ document: base, applied: 0, lost: 3 });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
