import { contextBridge, ipcRenderer } from 'electron';
import { PARSER_CHANNELS, PORT_MESSAGE } from '../../shared/ipc/channels.ts';
import { PARSER_API, type ParserApi } from '../../shared/ipc/window-api.ts';

const api: ParserApi = Object.freeze({ alive: () => ipcRenderer.send(PARSER_CHANNELS.alive) });
contextBridge.exposeInMainWorld(PARSER_API, api);

ipcRenderer.once(PARSER_CHANNELS.port, (event, order: unknown) => {
  window.postMessage({ type: PORT_MESSAGE, order }, '*', [...event.ports]);
});
