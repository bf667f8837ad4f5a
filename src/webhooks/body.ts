import type { IncomingMessage } from 'node:http';

/** Why a body was not read to its end. */
export type Unread = 'too large' | 'too slow' | 'hung up' | 'too many at once';

export interface Room {
  /** Of one body. */
  readonly most: number;
  /** For all of it to have come. */
  readonly withinMs: number;
  /** Bytes of bodies in this process that may still be taken in. */
  left: number;
}

/** Reads a body as bytes, and nothing beyond what it may have. */
export function readBody(request: IncomingMessage, room: Room): Promise<Buffer | Unread> {
  const said = Number(request.headers['content-length'] ?? 0);
  if (said > room.most) return Promise.resolve('too large');
  if (said > room.left) return Promise.resolve('too many at once');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (outcome: Buffer | Unread) => {
      clearTimeout(timer);
      request.off('data', take).off('end', whole).off('close', gone).off('error', gone).pause();
      room.left += size;
      resolve(outcome);
    };
    const timer = setTimeout(() => end('too slow'), room.withinMs);
    const take = (chunk: Buffer) => {
      size += chunk.length;
      room.left -= chunk.length;
      chunks.push(chunk);
      if (size > room.most) end('too large');
      else if (room.left < 0) end('too many at once');
    };
    const whole = () => end(Buffer.concat(chunks));
    const gone = () => end('hung up');
    request.on('data', take).on('end', whole).on('close', gone).on('error', gone);
  });
}
