import type { CommandId } from './commands.ts';
import type {
  Done,
  FileRef,
  OpenKind,
  Preferences,
  RecentFile,
  RememberedMapping,
  SaveKind,
  Startup,
} from './files.ts';
import type { ParserTask } from './parser.ts';

/**
 * Every message between a window and the main process, once. Both sides are generic over these keys;
 * what the main process receives is parsed at run time (parsers.ts) before it is believed.
 */
export interface Requests {
  chooseFiles: { input: [kind: OpenKind]; output: readonly FileRef[] };
  /** Paths of dropped files, which only the preload can see; they come back as references. */
  registerDropped: { input: [paths: readonly string[]]; output: readonly FileRef[] };
  startup: { input: []; output: Startup };
  recent: { input: []; output: readonly RecentFile[] };
  /** Starts the parser's process; its end of the wire arrives as the `parser` port. */
  startParser: { input: [task: ParserTask]; output: Done };
  /** Ends a parser: its result has arrived, or the user cancels. */
  endParser: { input: [job: string]; output: void };
  readText: {
    input: [id: string];
    output: { ok: true; text: string } | { ok: false; message: string };
  };
  chooseSave: { input: [kind: SaveKind, suggestedName: string]; output: FileRef | null };
  save: { input: [id: string, bytes: Uint8Array]; output: Done };
  journalAppend: { input: [record: string]; output: void };
  journalReset: { input: [base: Uint8Array | null]; output: void };
  /** How a book with these headers was read the last time. */
  recallMapping: { input: [key: string]; output: RememberedMapping | null };
  rememberMapping: { input: [key: string, text: string]; output: void };
  preferences: { input: []; output: Preferences };
  setPreferences: { input: [change: Partial<Preferences>]; output: void };
  setDocument: { input: [name: string | null, unsaved: boolean]; output: void };
  askSave: { input: [name: string]; output: 'save' | 'discard' | 'cancel' };
  answerClosing: { input: [answer: 'close' | 'stay']; output: void };
}
export type RequestName = keyof Requests;
export type Input<Name extends RequestName> = Requests[Name]['input'];
export type Output<Name extends RequestName> = Requests[Name]['output'];

/** From the main process to the window. */
export interface Events {
  command: [id: CommandId];
  openFiles: [files: readonly FileRef[]];
  closing: [];
  /** A parser's process has ended without a result: one sentence, or cancelled. */
  parserEnded: [job: string, end: { readonly cancelled: boolean; readonly message: string }];
}
export type EventName = keyof Events;

export const REQUEST_NAMES = [
  'chooseFiles',
  'registerDropped',
  'startup',
  'recent',
  'startParser',
  'endParser',
  'readText',
  'chooseSave',
  'save',
  'journalAppend',
  'journalReset',
  'recallMapping',
  'rememberMapping',
  'preferences',
  'setPreferences',
  'setDocument',
  'askSave',
  'answerClosing',
] as const satisfies readonly RequestName[];

export const EVENT_NAMES = [
  'command',
  'openFiles',
  'closing',
  'parserEnded',
] as const satisfies readonly EventName[];

/** The channel's name on the wire. */
export function channel(name: RequestName | EventName): string {
  return `handoff:${name}`;
}

/** The channels by which a parser's window speaks to the main process and gets its end of the wire. */
export const PARSER_CHANNELS = { port: 'handoff-parser:port', alive: 'handoff-parser:alive' };
/** What the preloads post into their page beside a port: nothing else there is listened to. */
export const PORT_MESSAGE = 'handoff:parser-port';
