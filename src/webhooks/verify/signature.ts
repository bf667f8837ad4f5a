import { createHmac, timingSafeEqual } from 'node:crypto';

const digestBytes = 32;

/** HMAC-SHA256 over the bytes as they came. */
export function hmacOf(secret: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** In the same time, wherever they differ. A text that is no digest equals none. */
export function isDigest(expected: Buffer, given: string, encoding: 'base64' | 'hex'): boolean {
  const bytes = Buffer.from(given, encoding);
  const isWhole = bytes.length === digestBytes && bytes.toString(encoding) === given;
  const equal = timingSafeEqual(expected, isWhole ? bytes : Buffer.alloc(digestBytes));
  return equal && isWhole;
}
