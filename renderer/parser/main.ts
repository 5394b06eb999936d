/**
 * The page of the hidden window that reads foreign files. It gets one order, streams each file from
 * its one-time address, and posts what it understood straight to the window that asked.
 */
import { PORT_MESSAGE } from '../../shared/ipc/channels.ts';
import type { ParserMessage, ParserOrder } from '../../shared/ipc/parser.ts';
import { sendInPieces, type Wire } from '../../shared/ipc/pieces.ts';
import { PARSER_API, type ParserApi } from '../../shared/ipc/window-api.ts';
import { carryOut } from './carry-out.ts';

declare global {
  interface Window {
    readonly [PARSER_API]: ParserApi;
  }
}

interface OrderMessage {
  readonly type: typeof PORT_MESSAGE;
  readonly order: ParserOrder;
}

window.addEventListener('message', (event: MessageEvent<OrderMessage>) => {
  const [port] = event.ports;
  if (event.source !== window || event.data.type !== PORT_MESSAGE || port === undefined) return;
  const post = (message: ParserMessage): void => {
    window[PARSER_API].alive();
    sendInPieces(message, (wire: Wire) => port.postMessage(wire), false);
  };
  void carryOut(event.data.order, post);
});
