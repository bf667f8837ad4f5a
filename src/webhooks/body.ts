import type { IncomingMessage } from 'node:http';
import type { Seat } from './room.ts';

/** Why a body was not read to its end. */
export type Unread = 'too large' | 'too slow' | 'hung up' | 'too many at once';

export interface Bounds {
  /** Bytes of one body. */
  readonly most: number;
  /** For all of it to have come. */
  readonly withinMs: number;
}

/** Reads a body as bytes, and nothing beyond what it may have. */
export function readBody(request: IncomingMessage, bounds: Bounds, seat: Seat): Promise<Buffer | Unread> {
  const said = Number(request.headers['content-length'] ?? 0);
  if (said > bounds.most) return Promise.resolve('too large');
  if (!seat.fits(said)) return Promise.resolve('too many at once');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (outcome: Buffer | Unread) => {
      clearTimeout(timer);
      request.off('data', take).off('end', whole).off('close', gone).off('error', gone).pause();
      resolve(outcome);
    };
    const timer = setTimeout(() => end('too slow'), bounds.withinMs);
    const take = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > bounds.most) end('too large');
      else if (!seat.take(chunk.length)) end('too many at once');
    };
    const whole = () => end(Buffer.concat(chunks));
    const gone = () => end('hung up');
    request.on('data', take).on('end', whole).on('close', gone).on('error', gone);
  });
}
