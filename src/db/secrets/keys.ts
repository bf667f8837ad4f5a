/** A key that seals and opens secrets. */
export interface SecretsKey {
  /** Its name, kept beside what it sealed. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

const keyBytes = 32;

/** Reads "2026:<base64>,2025:<base64>". A text completes "SECRET_KEYS …"; it never shows a key. */
export function readKeys(text: string): readonly SecretsKey[] | string {
  const keys: SecretsKey[] = [];
  for (const [index, part] of text
    .split(/[\s,]+/)
    .filter(Boolean)
    .entries()) {
    const [, id = '', encoded = ''] = /^([\w-]{1,40}):([\w+/-]+=*)$/.exec(part) ?? [];
    if (id === '') return `holds a key (number ${index + 1}) that is not written as name:key`;
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length !== keyBytes)
      return `holds a key, ${id}, that is not ${keyBytes} bytes in base64: openssl rand -base64 32 makes one`;
    if (keys.some((key) => key.id === id)) return `names two keys ${id}`;
    keys.push({ id, bytes });
  }
  return keys;
}
