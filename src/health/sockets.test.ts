import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { expect, test } from 'vitest';
import { boundSilentSockets } from './sockets.ts';

/** Sockets from any address, which a loopback has not. */
function given(perAddress: number, most: number) {
  const server = new EventEmitter();
  boundSilentSockets(server as unknown as Server, { perAddress, most });
  return {
    opens(remoteAddress: string) {
      const socket = Object.assign(new EventEmitter(), {
        remoteAddress,
        destroyed: false,
        destroy() {
          socket.destroyed = true;
          socket.emit('close');
        },
      });
      server.emit('connection', socket);
      return socket;
    },
    /** Answers with what ends the answer. */
    asks(socket: EventEmitter) {
      const response = new EventEmitter();
      server.emit('request', { socket }, response);
      return () => response.emit('close');
    },
  };
}

test('all addresses of one network of IPv6 share its sockets', () => {
  const { opens } = given(3, 100);
  const all = [1, 2, 3, 4, 5].map((n) => opens(`2001:db8:1:2::${n}`));
  const other = opens('2001:db8:1:3::1');
  expect(all.map(({ destroyed }) => destroyed)).toEqual([true, true, false, false, false]);
  expect(other.destroyed).toBe(false);
});

test('a socket of which the second request is still being answered is not silent', () => {
  const { opens, asks } = given(2, 100);
  const real = opens('203.0.113.7');
  const [first, second] = [asks(real), asks(real)];
  first();
  for (let n = 0; n < 5; n += 1) opens('203.0.113.7');
  expect(real.destroyed).toBe(false);
  second();
  for (let n = 0; n < 2; n += 1) opens('203.0.113.7');
  expect(real.destroyed).toBe(true);
});
