import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Ids } from '../../core/runtime/ids.ts';

/** Encrypts short-lived text for the database. */
export interface Seal {
  close(text: string): string;
  /** Null: sealed with another key, or not by us. */
  open(sealed: string): string | null;
}

const version = 'v1';

/**
 * AES-256-GCM under a key derived from a secret that all replicas share. A changed secret makes older seals unreadable,
 * so seal only what lives briefly.
 */
export function sealWith(secret: string, ids: Ids): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'quartermaster response urls', 32));
  return {
    close(text) {
      const iv = ids.bytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed) {
      const [marked, text = ''] = sealed.split('.');
      const bytes = Buffer.from(text, 'base64url');
      if (marked !== version || bytes.length < 28) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
