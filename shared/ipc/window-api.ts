import type { EventName, Events, Input, Output, RequestName } from './channels.ts';
import type { FileRef } from './files.ts';

/** What a window finds as `window.handoff`: one method a channel, frozen. */
export type WindowApi<DroppedFile> = {
  readonly [Name in Exclude<RequestName, 'registerDropped'>]: (
    ...input: Input<Name>
  ) => Promise<Output<Name>>;
} & {
  /** Takes the dropped files themselves: only the preload sees their paths. */
  readonly registerDropped: (files: readonly DroppedFile[]) => Promise<readonly FileRef[]>;
  /** Returns the unsubscriber. */
  readonly on: <Name extends EventName>(
    name: Name,
    listener: (...values: Events[Name]) => void,
  ) => () => void;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
};

/** Under this name on `window`. */
export const WINDOW_API = 'handoff';
/** The argument by which a window learns the app's version. */
export const VERSION_ARGUMENT = '--handoff-version=';

/** What a parser's page finds on `window` under this name. */
export const PARSER_API = 'parserHost';
export interface ParserApi {
  /** Tells the main process that the reading gets on. */
  readonly alive: () => void;
}
