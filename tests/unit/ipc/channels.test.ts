import { describe, expect, it } from 'vitest';
import { channel, EVENT_NAMES, REQUEST_NAMES } from '../../../shared/ipc/channels.ts';
import { COMMAND_MENUS, COMMANDS, isCommandId } from '../../../shared/ipc/commands.ts';
import { INPUT_PARSERS } from '../../../shared/ipc/parsers.ts';

describe('the map of channels', () => {
  it('has a parser for every request, and no other', () => {
    expect(Object.keys(INPUT_PARSERS).sort()).toEqual([...REQUEST_NAMES].sort());
  });

  it('names every channel once on the wire', () => {
    const names = [...REQUEST_NAMES, ...EVENT_NAMES].map(channel);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what the main process accepts', () => {
  it.each([
    ['chooseFiles', ['book']],
    ['registerDropped', [['/a/b.csv']]],
    ['startParser', [{ job: 'j', kind: 'book', files: ['id'], options: { asOf: '2026-01-01' } }]],
    ['save', ['id', new Uint8Array([1, 2])]],
    ['journalReset', [null]],
    ['setPreferences', [{ theme: 'dark' }]],
    ['setDocument', [null, false]],
  ] as const)('%s %j', (name, input) => {
    expect(INPUT_PARSERS[name].safeParse(input).success).toBe(true);
  });

  it.each([
    ['chooseFiles', ['anything']],
    ['chooseFiles', []],
    ['chooseFiles', ['book', 'more']],
    ['registerDropped', ['/a/b.csv']],
    ['startup', [1]],
    ['startParser', [{ job: 'j', kind: 'shell', files: ['id'], options: {} }]],
    ['startParser', [{ job: 'j', kind: 'book', files: [], options: {} }]],
    ['startParser', [{ job: 'j', kind: 'book', files: ['id'], options: [], path: '/etc' }]],
    ['save', ['id', 'text']],
    ['save', ['', new Uint8Array()]],
    ['journalAppend', [{ text: 'x' }]],
    ['setPreferences', [{ theme: 'neon' }]],
    ['setPreferences', [{ __proto__: null, polluted: true }]],
    ['answerClosing', ['perhaps']],
  ] as const)('refuses %s %j', (name, input) => {
    expect(INPUT_PARSERS[name].safeParse(input).success).toBe(false);
  });
});

describe('the list of commands', () => {
  it('has every id and every shortcut once', () => {
    const ids = COMMANDS.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = COMMANDS.flatMap((command) =>
      'accelerator' in command ? command.accelerator : [],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps the items of a menu and of a group together', () => {
    for (const menu of COMMAND_MENUS) {
      const groups = COMMANDS.filter((command) => command.menu === menu).map(({ group }) => group);
      expect(groups).toEqual([...groups].sort((a, b) => a - b));
    }
  });

  it('tells a command from any other text', () => {
    expect(isCommandId('file.save')).toBe(true);
    expect(isCommandId('__proto__')).toBe(false);
  });
});
