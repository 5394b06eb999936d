import { WINDOW_API, type WindowApi } from '../../shared/ipc/window-api.ts';
import type { Bridge, ReadRefusal } from './bridge.ts';
import { runParser } from './parser-client.ts';

declare global {
  interface Window {
    readonly [WINDOW_API]: WindowApi<File>;
  }
}

const UNEXPECTED: ReadRefusal = {
  ok: false,
  cancelled: false,
  message: 'The file is of another kind than expected: choose it again.',
};

/** The bridge over the preload's API. */
export function windowBridge(): Bridge {
  const api = window[WINDOW_API];
  return {
    chooseFiles: api.chooseFiles,
    filesFromDrop: api.registerDropped,
    startup: api.startup,
    recent: api.recent,

    readBook: async (files, options, onProgress, signal) => {
      const task = { job: newJob(), files: files.map((file) => file.id), options };
      const answer = await runParser(api, { ...task, kind: 'book' }, onProgress, signal);
      if (!answer.ok) return answer;
      if (answer.value.type !== 'book') return UNEXPECTED;
      return { ok: true, files: answer.value.files, result: answer.value.result };
    },
    readProject: async (file, signal) => {
      const task = { job: newJob(), files: [file.id], options: {} };
      const answer = await runParser(api, { ...task, kind: 'project' }, () => undefined, signal);
      if (!answer.ok) return answer;
      return answer.value.type === 'project' ? { ok: true, parts: answer.value.parts } : UNEXPECTED;
    },
    readText: (file) => api.readText(file.id),

    chooseSave: api.chooseSave,
    save: (target, bytes) => api.save(target.id, bytes),
    journalAppend: api.journalAppend,
    journalReset: (base) => api.journalReset(base ?? null),

    recallMapping: api.recallMapping,
    rememberMapping: api.rememberMapping,
    preferences: api.preferences,
    setPreferences: api.setPreferences,
    copyText: (text) => navigator.clipboard.writeText(text),
    copyPicture: (png) =>
      navigator.clipboard.write([
        new ClipboardItem({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) }),
      ]),

    setDocument: ({ name, unsaved }) => void api.setDocument(name, unsaved),
    onCommand: (listener) => api.on('command', listener),
    onOpenFiles: (listener) => api.on('openFiles', listener),
    onClosing: (listener) =>
      api.on('closing', () => {
        void listener().then(api.answerClosing, () => api.answerClosing('stay'));
      }),
    askSave: api.askSave,
    platform: api.platform,
    version: api.version,
  };
}

function newJob(): string {
  return crypto.randomUUID();
}
