import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/**
 * What the stream has by now, again and again to its end: to wait for each object by itself takes as long as to parse it.
 * Throws what the stream failed with.
 */
export async function* inBatches<Item>(stream: Readable): AsyncGenerator<readonly Item[]> {
  const over = finished(stream, { writable: false });
  // Whoever reads on hears of it.
  over.catch(() => {});
  let wake = () => {};
  stream.on('readable', () => wake());
  while (!stream.readableEnded) {
    const more = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const batch: Item[] = [];
    for (let item: Item | null = stream.read(); item !== null; item = stream.read()) batch.push(item);
    if (batch.length > 0) yield batch;
    else await Promise.race([more, over]);
    if (stream.errored) await over;
  }
}
