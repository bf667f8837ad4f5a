// The thread that reads a file for an import: see apart.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { imports } from '../../core/declare/import.ts';
import { contributionsOf } from '../../core/runtime/contributions.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { features } from '../../features/index.ts';
import { type FromThread, mostPieces, type ThreadData, type ToThread } from './messages.ts';
import { Packing } from './packed.ts';
import { reads } from './reader.ts';
import type { Phase } from './rows.ts';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread.');
const { kinds: names, ...reading } = workerData as ThreadData;
const known = contributionsOf(features).of(imports);
const kinds = names.flatMap((name) => known.find((kind) => kind.name === name) ?? []);
const packing = new Packing(kinds, reading.mapping);
const read = reads({ ...reading, kinds });
let room = mostPieces;
let roomAgain = () => {};

port.on('message', (message: ToThread) => {
  if (message.is === 'pass') return void pass(message.phase);
  room += 1;
  roomAgain();
});

async function pass(phase: Phase): Promise<void> {
  try {
    for await (const { records, bytes } of read(phase)) {
      if (room === 0) {
        await new Promise<void>((resolve) => {
          roomAgain = resolve;
        });
      }
      room -= 1;
      say({ is: 'piece', records: packing.pack(records), bytes });
    }
    say({ is: 'end' });
  } catch (error) {
    if (error instanceof Refusal) {
      const { kind, message, next } = error;
      say({ is: 'refused', kind, message, next });
    } else say({ is: 'failed', error });
  }
}

function say(message: FromThread): void {
  port?.postMessage(message);
}
