import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './network.ts';

export interface SocketLimits {
  /** Silent ones from one address; of IPv6, from one network. */
  readonly perAddress: number;
  /** Silent ones in all. */
  readonly most: number;
}

/**
 * Lets silent sockets make way for new ones, the oldest first: those that have not asked yet, and those that were answered
 * and stay open. Who opens many and says nothing therefore keeps nobody out. What is being answered is left alone.
 */
export function boundSilentSockets(server: Server, { perAddress, most }: SocketLimits): void {
  // In the order in which they fell silent.
  const silent = new Map<Socket, string>();
  const counts = new Map<string, number>();
  /** Requests of a socket that are being answered: some send the next before the answer to the first. */
  const asked = new WeakMap<Socket, number>();

  function fallsSilent(socket: Socket): void {
    if (socket.destroyed || silent.has(socket)) return;
    const address = networkOf(socket.remoteAddress);
    silent.set(socket, address);
    const own = (counts.get(address) ?? 0) + 1;
    counts.set(address, own);
    if (own > perAddress) oldest((whose) => whose === address)?.destroy();
    else if (silent.size > most) oldest(() => true)?.destroy();
  }

  function speaks(socket: Socket): void {
    const address = silent.get(socket);
    if (address === undefined) return;
    silent.delete(socket);
    const left = (counts.get(address) ?? 0) - 1;
    if (left > 0) counts.set(address, left);
    else counts.delete(address);
  }

  function oldest(isMeant: (address: string) => boolean): Socket | undefined {
    for (const [socket, address] of silent)
      if (isMeant(address)) {
        speaks(socket);
        return socket;
      }
    return undefined;
  }

  server.on('connection', (socket: Socket) => {
    socket.once('close', () => speaks(socket));
    fallsSilent(socket);
  });
  server.on('request', ({ socket }, response) => {
    speaks(socket);
    asked.set(socket, (asked.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (asked.get(socket) ?? 1) - 1;
      asked.set(socket, left);
      if (left === 0) fallsSilent(socket);
    });
  });
}
