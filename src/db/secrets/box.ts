import { decrypt, encrypt } from '../../core/runtime/aes-gcm.ts';
import type { SecretsKey } from './keys.ts';

/** What the seal is bound to beside its key. */
export interface SealedFor {
  readonly workspaceId: string;
  readonly id: string;
  readonly purpose: string;
}

export interface Sealed {
  readonly keyId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export function seal(key: SecretsKey, iv: Uint8Array, text: string, whose: SealedFor): Sealed {
  return { keyId: key.id, sealed: encrypt(key.bytes, iv, text, about(whose, key.id)) };
}

/** 'no key': none of the keys has that name. 'wrong key': it is another than sealed it, or the row is another. */
export function unseal(
  keys: readonly SecretsKey[],
  { keyId, sealed }: Sealed,
  whose: SealedFor,
): { readonly text: string } | 'no key' | 'wrong key' {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) return 'no key';
  const text = decrypt(key.bytes, sealed, about(whose, keyId));
  return text === null ? 'wrong key' : { text };
}

/** No two rows give the same text. */
function about({ workspaceId, id, purpose }: SealedFor, keyId: string): string {
  return JSON.stringify(['quartermaster secret 1', workspaceId, id, purpose, keyId]);
}
