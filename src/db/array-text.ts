/**
 * An array as PostgreSQL reads one, such as `{"a",NULL}`: the driver asks every element for all that it could be, which is a
 * tenth of the time of an import. Null: it holds something else than texts, numbers, booleans, moments and null, and is
 * left to the driver.
 */
export function arrayText(values: readonly unknown[]): string | null {
  let text = '';
  for (const value of values) {
    const one = elementText(value);
    if (one === null) return null;
    text += text === '' ? one : `,${one}`;
  }
  return `{${text}}`;
}

function elementText(value: unknown): string | null {
  switch (typeof value) {
    case 'undefined':
      return 'NULL';
    case 'string':
      return /["\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'NULL';
      return value instanceof Date && isPlain(value) ? `"${value.toISOString()}"` : null;
    default:
      return null;
  }
}

/** Years that are written with four digits. */
function isPlain(at: Date): boolean {
  const year = at.getUTCFullYear();
  return year >= 1 && year <= 9999;
}
