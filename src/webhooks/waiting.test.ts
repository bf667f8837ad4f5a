import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testClock } from '../../test/harness/clock.ts';
import type { Receiver } from '../features/index.ts';
import type { KnownSources } from './known.ts';
import { type ReceiveTools, receive } from './receive.ts';
import { openRoom } from './room.ts';

const path = 'A'.repeat(22);
const body = '{"id": 1}';

test('a body that waits for the database keeps its room until it has been looked at', async () => {
  let answers = (_: null) => {};
  const waits = new Promise<null>((resolve) => {
    answers = resolve;
  });
  const source = { id: 'shop', kind: 'shopify', secrets: [] } as unknown as Receiver;
  const known: KnownSources = { find: async (_, again) => (again ? await waits : source) };
  const tools = {
    clock: testClock('2026-03-02T08:00:00Z'),
    known,
    room: openRoom({ bytes: 1_000, bodies: 4 }),
    bounds: { most: 100, withinMs: 1_000 },
  } as unknown as ReceiveTools;
  const posts = () => {
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const request = Object.assign(Readable.from([Buffer.from(body)]), {
      headers,
      socket: { remoteAddress: '203.0.113.7' },
    });
    return receive(request as unknown as IncomingMessage, path, tools);
  };
  const first = posts();
  for (let turns = 0; turns < 20; turns += 1) await setImmediate();
  const tooMany = { was: 'refused', source: 'shop', reason: 'too many at once' };
  const second = posts();
  for (let turns = 0; turns < 20; turns += 1) await setImmediate();
  answers(null);
  expect((await first).was).toBe('refused');
  expect(await second).toEqual(tooMany);
  expect(await posts()).not.toEqual(tooMany);
});
