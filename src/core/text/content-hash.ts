import { hash } from 'node:crypto';

/**
 * 32 hexadecimal digits that tell values apart, of plain objects, lists, texts, numbers, bigints and dates; the order of
 * fields does not count, and neither do those that are undefined.
 */
export function hashOf(value: unknown): string {
  return hash('sha256', canonical(value)).slice(0, 32);
}

function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'bigint':
      return `${value}n`;
    case 'object':
      break;
    default:
      return JSON.stringify(value);
  }
  if (value === null) return 'null';
  if (value instanceof Date) return `@${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of sorted(Object.keys(fields)))
    if (fields[key] !== undefined) text += `,"${key}":${canonical(fields[key])}`;
  return `{${text.slice(1)}}`;
}

/** Most are made in one order, and looking costs less than sorting. */
function sorted(keys: string[]): string[] {
  for (let n = 1; n < keys.length; n += 1) if ((keys[n - 1] ?? '') > (keys[n] ?? '')) return keys.sort();
  return keys;
}
