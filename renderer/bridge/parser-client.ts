import { PORT_MESSAGE } from '../../shared/ipc/channels.ts';
import type { ParserMessage, ParserTask, ReadProgress } from '../../shared/ipc/parser.ts';
import { receiveInPieces, type Wire } from '../../shared/ipc/pieces.ts';
import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { ReadRefusal } from './bridge.ts';

type Result = Exclude<ParserMessage, { type: 'progress' } | { type: 'refused' }>;
const CANCELLED: ReadRefusal = { ok: false, cancelled: true, message: 'Opening was cancelled.' };

/**
 * Has files read in a process of their own. The answer comes straight from that process through a
 * port; the main process only says when it had to end it.
 */
export function runParser(
  api: WindowApi<File>,
  task: ParserTask,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly value: Result } | ReadRefusal> {
  if (signal.aborted) return Promise.resolve(CANCELLED);
  return new Promise((resolve) => {
    const done = new AbortController();
    const finish = (answer: { ok: true; value: Result } | ReadRefusal): void => {
      done.abort();
      stopListening();
      void api.endParser(task.job);
      resolve(answer);
    };

    const stopListening = api.on('parserEnded', (job, end) => {
      if (job === task.job) finish({ ok: false, ...end });
    });
    signal.addEventListener('abort', () => finish(CANCELLED), { signal: done.signal });
    window.addEventListener(
      'message',
      (event) => {
        const [port] = event.ports;
        if (event.source !== window || !isPortFor(event.data, task.job) || !port) return;
        const receive = receiveInPieces<ParserMessage>((message) => {
          if (message.type === 'progress') onProgress(message.progress);
          else if (message.type === 'refused') {
            finish({ ok: false, cancelled: false, message: message.message });
          } else finish({ ok: true, value: message });
        }, true);
        port.onmessage = ({ data }: MessageEvent<Wire>) => {
          if (!done.signal.aborted) receive(data);
        };
        done.signal.addEventListener('abort', () => port.close());
      },
      { signal: done.signal },
    );

    void api.startParser(task).then((started) => {
      if (!started.ok) finish({ ok: false, cancelled: false, message: started.message });
    });
  });
}

function isPortFor(data: unknown, job: string): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === PORT_MESSAGE &&
    'job' in data &&
    data.job === job
  );
}
