import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readBody } from './body.ts';

/** A request whose body comes by hand. */
function request(length?: number) {
  const stream = new PassThrough();
  const headers = length === undefined ? {} : { 'content-length': String(length) };
  return Object.assign(stream, { headers }) as PassThrough & IncomingMessage;
}

test('all bodies together have so much room, and each gives back what it took', async () => {
  const room = { most: 10, withinMs: 1_000, left: 12 };
  const first = request();
  const reading = readBody(first, room);
  first.write('12345678');
  await new Promise(setImmediate);
  expect(await readBody(request(9), room)).toBe('too many at once');
  const second = request();
  const alsoReading = readBody(second, room);
  second.write('12345');
  expect(await alsoReading).toBe('too many at once');
  first.end('90');
  expect(String(await reading)).toBe('1234567890');
  expect(room.left).toBe(12);
});

test('bytes are bytes, wherever they are cut', async () => {
  const room = { most: 10, withinMs: 1_000, left: 10 };
  const one = request();
  const reading = readBody(one, room);
  const bytes = Buffer.from('ü€');
  for (const byte of bytes) one.write(Buffer.from([byte]));
  one.end();
  expect(await reading).toEqual(bytes);
});
