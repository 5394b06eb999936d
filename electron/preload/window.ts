import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  channel,
  PARSER_CHANNELS,
  PORT_MESSAGE,
  type EventName,
  type Events,
  type Input,
  type Output,
  type RequestName,
} from '../../shared/ipc/channels.ts';
import { VERSION_ARGUMENT, WINDOW_API, type WindowApi } from '../../shared/ipc/window-api.ts';

function request<Name extends RequestName>(name: Name) {
  return (...input: Input<Name>): Promise<Output<Name>> =>
    ipcRenderer.invoke(channel(name), ...input);
}

/** How many listeners each event has: a page that never came up must not keep its window open. */
const listeners = new Map<EventName, number>();

function on<Name extends EventName>(
  name: Name,
  listener: (...values: Events[Name]) => void,
): () => void {
  const receive = (_event: unknown, ...values: Events[Name]): void => listener(...values);
  ipcRenderer.on(channel(name), receive);
  listeners.set(name, (listeners.get(name) ?? 0) + 1);
  return () => {
    ipcRenderer.off(channel(name), receive);
    listeners.set(name, (listeners.get(name) ?? 1) - 1);
  };
}

const answerClosing = request('answerClosing');
ipcRenderer.on(channel('closing'), () => {
  if ((listeners.get('closing') ?? 0) === 0) void answerClosing('close');
});

// A port cannot cross the context bridge; it goes into the page as a message of the window's own.
ipcRenderer.on(PARSER_CHANNELS.port, (event, job: string) => {
  window.postMessage({ type: PORT_MESSAGE, job }, '*', [...event.ports]);
});

function platform(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}

const api: WindowApi<File> = Object.freeze({
  chooseFiles: request('chooseFiles'),
  registerDropped: (files: readonly File[]) =>
    request('registerDropped')(files.map((file) => webUtils.getPathForFile(file))),
  startup: request('startup'),
  recent: request('recent'),
  startParser: request('startParser'),
  endParser: request('endParser'),
  readText: request('readText'),
  chooseSave: request('chooseSave'),
  save: request('save'),
  journalAppend: request('journalAppend'),
  journalReset: request('journalReset'),
  recallMapping: request('recallMapping'),
  rememberMapping: request('rememberMapping'),
  preferences: request('preferences'),
  setPreferences: request('setPreferences'),
  setDocument: request('setDocument'),
  askSave: request('askSave'),
  answerClosing,
  on,
  platform: platform(),
  version:
    process.argv.find((arg) => arg.startsWith(VERSION_ARGUMENT))?.slice(VERSION_ARGUMENT.length) ??
    '',
});

contextBridge.exposeInMainWorld(WINDOW_API, api);
