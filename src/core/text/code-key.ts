import { clean } from './clean.ts';

/** Nearly every code: nothing to mend but its case. */
const plain = /^[\w./]+(?:[- ][\w./]+)*$/;
/** What spreadsheets write around a code to keep its zeros. */
const wrapped = /^="(.*)"$/s;
const dashes = /[\p{Dash_Punctuation}\u2212]+/gu;

/**
 * What a code, barcode, alias, order number or tracking number is found by and unique by, however it was typed, copied or
 * exported: "mug‑01 ", `="MUG-01"` and "'MUG-01" are MUG-01. The key of a key is itself.
 */
export function codeKey(raw: string): string {
  if (raw === '' || plain.test(raw)) return raw.toUpperCase();
  const text = clean(raw).trim();
  return (wrapped.exec(text)?.[1] ?? text)
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+| $/g, '');
}

/** An order's number without the sign that shops write before it: "#1042" is 1042. */
export function numberKey(raw: string): string {
  return codeKey(raw).replace(/^[# ]+(?=.)/, '');
}

/** A sales channel, such as "amazon.de": its name in any case. */
export function channelKey(raw: string): string {
  return codeKey(raw).toLowerCase();
}
