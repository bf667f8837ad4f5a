import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../core/runtime/refusal.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';
import { Packing } from './packed.ts';
import type { Reader, Reading } from './reader.ts';

export interface ReadingApart extends AsyncDisposable {
  /** One pass at a time. */
  readonly read: Reader;
}

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/**
 * Reads and checks the file in a thread of its own: the other half of an import, telling its rows and waiting for the
 * database, goes on meanwhile. The thread ends when this is disposed of.
 */
export function readsApart({ kinds, ...reading }: Reading): ReadingApart {
  const data: ThreadData = { ...reading, kinds: kinds.map(({ name }) => name) };
  const worker = new Worker(new URL('./thread-start.mjs', import.meta.url), {
    workerData: { ...data, module: new URL(`./thread.${extension}`, import.meta.url).href },
  });
  const tell = (message: ToThread) => worker.postMessage(message);
  const packing = new Packing(kinds, reading.mapping);
  return {
    async *read(phase) {
      const messages = on(worker, 'message', { close: ['exit'] });
      tell({ is: 'pass', phase });
      for await (const [message] of messages as AsyncIterable<[FromThread]>) {
        if (message.is === 'end') return;
        if (message.is === 'refused') throw new Refusal(message.kind, message.message, nextOf(message));
        if (message.is === 'failed') throw message.error;
        tell({ is: 'room' });
        yield { records: packing.unpack(message.records), bytes: message.bytes };
      }
      throw new Error('The thread that reads the file ended before the file did.');
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}

function nextOf({ next }: { readonly next: string | undefined }) {
  return next === undefined ? {} : { next };
}
