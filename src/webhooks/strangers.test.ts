import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { testClock } from '../../test/harness/clock.ts';
import { newContext } from '../../test/harness/database.ts';
import { openReceiver, signed, sourceOf } from '../../test/harness/webhooks.ts';

const at = '2026-03-02T08:00:00Z';
const body = '{"id": 1}';
const strangers = 150;

type More = Parameters<typeof openReceiver>[2];

async function given(more?: More) {
  const ctx = await newContext({ at });
  const shop = await sourceOf(ctx, 'shopify', { name: 'Shop' });
  const other = await sourceOf(ctx, 'shopify', { name: 'Other' });
  const receiver = await openReceiver(ctx, testClock(at), more);
  return {
    shop: shop.path,
    other: other.path,
    port: receiver.port,
    /** A real delivery from an address of this machine; answers with its status. */
    async delivers(path: string, localAddress = '127.0.0.1') {
      const sent = request({
        ...{ host: '127.0.0.1', port: receiver.port, localAddress, path: `/webhooks/${path}` },
        ...{ method: 'POST', agent: false, headers: signed('shopify', body) },
      }).end(body);
      const [response] = await once(sent, 'response');
      response.resume();
      return response.statusCode;
    },
  };
}

interface Stranger {
  readonly socket: Socket;
  back: string;
}

/** Opens so many sockets, says this on each, and then nothing more. */
async function open(port: number, many: number, says: string): Promise<readonly Stranger[]> {
  const all = Array.from({ length: many }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    const one: Stranger = { socket, back: '' };
    socket.on('data', (data) => (one.back += data));
    return one;
  });
  onTestFinished(() => {
    for (const { socket } of all) socket.destroy();
  });
  await Promise.all(
    all.map(async ({ socket }) => {
      await once(socket, 'connect');
      if (says !== '') socket.write(says);
    }),
  );
  return all;
}

const beginningOf = (path: string) =>
  `POST /webhooks/${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n{`;

test('who does not know an address is refused before anything is read, and is cut off', async () => {
  // Room for fewer than there are strangers.
  const { port, shop, delivers } = await given({ room: { bytes: 4_000_000, bodies: 20 } });
  const all = await open(port, strangers, beginningOf('A'.repeat(22)));
  expect(await delivers(shop)).toBe(200);
  await vi.waitFor(() => expect(all.filter(({ socket }) => !socket.closed)).toEqual([]), 10_000);
  for (const { back } of all) expect(back).toMatch(/^HTTP\/1\.1 404 /);
});

test('who knows the address of one source and sends slowly keeps no other out, nor its own sender', async () => {
  const { port, shop, other, delivers } = await given({ room: { bytes: 80_000_000, bodies: 80 } });
  const all = await open(port, strangers, beginningOf(shop));
  // 20 of them are listened to; all others are told to come again.
  await vi.waitFor(
    () => expect(all.filter(({ back }) => back.startsWith('HTTP/1.1 503 '))).toHaveLength(strangers - 20),
    10_000,
  );
  expect(await delivers(shop, '127.0.0.2')).toBe(200);
  expect(await delivers(other)).toBe(200);
  for (const { socket } of all) socket.destroy();
  await vi.waitFor(async () => expect(await delivers(shop)).toBe(200), 10_000);
});

test('who opens sockets and says nothing makes way, the oldest first', async () => {
  const { port, shop, delivers } = await given({ sockets: { perAddress: 50, most: 100 } });
  const all = await open(port, strangers, '');
  const isOpen = () => all.map(({ socket }) => !socket.closed);
  await vi.waitFor(() => expect(isOpen().filter((one) => one)).toHaveLength(50), 10_000);
  expect(isOpen()).toEqual(all.map((_, n) => n >= strangers - 50));
  expect(await delivers(shop)).toBe(200);
  // A head that never ends is silence too.
  const slow = await open(port, 40, 'POST /webhooks/');
  expect(await delivers(shop)).toBe(200);
  expect(slow.filter(({ socket }) => socket.closed)).toEqual([]);
});

test('what is being answered is no silent socket', async () => {
  const { port, shop, delivers } = await given({ sockets: { perAddress: 5, most: 10 } });
  const [real] = await open(port, 1, beginningOf(shop));
  expect(await delivers(shop)).toBe(200);
  await open(port, 60, '');
  expect(real?.socket.closed).toBe(false);
});
