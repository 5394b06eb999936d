import { createRangeHost, type ToRange } from '../../shared/model/engine/range-host.ts';

/** The entry of a thread that goes through its share of a large book. */
const host = createRangeHost();
addEventListener('message', ({ data }: MessageEvent<ToRange>) => {
  const answer = host(data);
  if (answer !== null) postMessage(answer);
});
