import type { IpcMainInvokeEvent, WebContents } from 'electron';
import {
  channel,
  PARSER_CHANNELS,
  REQUEST_NAMES,
  type EventName,
  type Events,
  type Input,
  type Output,
  type RequestName,
} from '../../shared/ipc/channels.ts';
import { INPUT_PARSERS } from '../../shared/ipc/parsers.ts';
import { isAppUrl } from '../security/scheme.ts';

/** One handler a channel; the compiler misses none. */
export type Handlers = {
  readonly [Name in RequestName]: (...input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};

/**
 * Answers one window's requests. The channels are registered on that window's contents, so no other
 * contents reach them; inside it only the app's own main frame is listened to.
 */
export function handleRequests(contents: WebContents, handlers: Handlers): void {
  for (const name of REQUEST_NAMES) handle(contents, name, handlers);
}

function handle<Name extends RequestName>(
  contents: WebContents,
  name: Name,
  handlers: Handlers,
): void {
  contents.ipc.handle(channel(name), async (event, ...input: unknown[]) => {
    if (!fromApp(event)) throw new Error(`${name}: unknown sender`);
    const parsed = INPUT_PARSERS[name].safeParse(input);
    if (!parsed.success) throw new Error(`${name}: not understood`);
    return handlers[name](...parsed.data);
  });
}

function fromApp({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url);
}

/** Sends an event to a window that may be gone by now. */
export function send<Name extends EventName>(
  contents: WebContents,
  name: Name,
  ...values: Events[Name]
): void {
  if (!contents.isDestroyed()) contents.send(channel(name), ...values);
}

/** Signs of life from a parser's page. */
export function onParserAlive(contents: WebContents, listener: () => void): void {
  contents.ipc.on(PARSER_CHANNELS.alive, listener);
}
