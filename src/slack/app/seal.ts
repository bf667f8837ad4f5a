import { hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from '../../core/runtime/aes-gcm.ts';
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
    close: (text) => `${version}.${encrypt(key, ids.bytes(12), text).toString('base64url')}`,
    open(sealed) {
      const [marked, text = ''] = sealed.split('.');
      return marked === version ? decrypt(key, Buffer.from(text, 'base64url')) : null;
    },
  };
}
