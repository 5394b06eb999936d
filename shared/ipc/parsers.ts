import * as z from 'zod/mini';
import type { Input, RequestName } from './channels.ts';
import { OPEN_KINDS, SAVE_KINDS } from './files.ts';
import type { ImportOptions } from '../import/types.ts';

const id = z.string().check(z.minLength(1), z.maxLength(100));
const text = z.string().check(z.maxLength(10_000));
/** One change of the document; a base carries what is larger. */
const record = z.string().check(z.maxLength(64 * 1024 * 1024));

/** A mapping by the fingerprints of its tables: a thousand sheets at most, each a few columns. */
const mappingKey = z.string().check(z.minLength(1), z.maxLength(20_000));
const mappingText = z.string().check(z.maxLength(4 * 1024 * 1024));

/** Preferences as a file or a window gives them: unknown keys and wrong values are refused. */
export const preferencesParser = z.strictObject({
  theme: z.exactOptional(z.enum(['system', 'light', 'dark'])),
  locale: z.exactOptional(z.string().check(z.maxLength(40))),
  explainOpen: z.exactOptional(z.boolean()),
  tourDone: z.exactOptional(z.boolean()),
});

/** Options pass through to the parser's process, which judges them itself: here only their outline. */
const options = z.custom<ImportOptions>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/**
 * What the main process accepts, a channel at a time. A window that sends anything else is told so
 * and nothing happens.
 */
export const INPUT_PARSERS: { readonly [Name in RequestName]: z.ZodMiniType<Input<Name>> } = {
  chooseFiles: z.tuple([z.enum(OPEN_KINDS)]),
  registerDropped: z.tuple([z.array(text).check(z.maxLength(100))]),
  startup: z.tuple([]),
  recent: z.tuple([]),
  startParser: z.tuple([
    z.strictObject({
      job: id,
      kind: z.enum(['book', 'project']),
      files: z.array(id).check(z.minLength(1), z.maxLength(100)),
      options,
    }),
  ]),
  endParser: z.tuple([id]),
  readText: z.tuple([id]),
  chooseSave: z.tuple([z.enum(SAVE_KINDS), text]),
  save: z.tuple([id, z.instanceof(Uint8Array)]),
  journalAppend: z.tuple([record]),
  journalReset: z.tuple([z.nullable(z.instanceof(Uint8Array))]),
  recallMapping: z.tuple([mappingKey]),
  rememberMapping: z.tuple([mappingKey, mappingText]),
  preferences: z.tuple([]),
  setPreferences: z.tuple([preferencesParser]),
  setDocument: z.tuple([z.nullable(text), z.boolean()]),
  askSave: z.tuple([text]),
  answerClosing: z.tuple([z.enum(['close', 'stay'])]),
};
