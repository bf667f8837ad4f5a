import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readBody } from './body.ts';
import { openRoom } from './room.ts';

/** A request whose body comes by hand. */
function request(length?: number) {
  const stream = new PassThrough();
  const headers = length === undefined ? {} : { 'content-length': String(length) };
  return Object.assign(stream, { headers }) as PassThrough & IncomingMessage;
}

const bounds = { most: 10, withinMs: 1_000 };

/** Room for 12 bytes of one sender. */
function roomOf12() {
  const room = openRoom({ bytes: 48, bodies: 100 });
  return () => {
    const seat = room.enter({ source: 'a', address: 'x' });
    if (!seat) throw new Error('There is no room.');
    return seat;
  };
}

test('all bodies together have so much room, and each gives back what it took', async () => {
  const enter = roomOf12();
  const [one, other] = [enter(), enter()];
  const first = request();
  const reading = readBody(first, bounds, one);
  first.write('12345678');
  await new Promise(setImmediate);
  expect(await readBody(request(9), bounds, enter())).toBe('too many at once');
  const second = request();
  const alsoReading = readBody(second, bounds, other);
  second.write('12345');
  expect(await alsoReading).toBe('too many at once');
  first.end('90');
  expect(String(await reading)).toBe('1234567890');
  one.leave();
  other.leave();
  expect([enter().fits(12), enter().fits(13)]).toEqual([true, false]);
});

test('bytes are bytes, wherever they are cut', async () => {
  const one = request();
  const reading = readBody(one, bounds, roomOf12()());
  const bytes = Buffer.from('ü€');
  for (const byte of bytes) one.write(Buffer.from([byte]));
  one.end();
  expect(await reading).toEqual(bytes);
});
