/** Slack's limit for private_metadata, the longest of its values. */
const mostLength = 3_000;
/** The range of the database's integer columns. */
export const mostNumber = 2_147_483_647;

/** Parses the JSON carried by a button, a menu or a form. Undefined: invalid JSON, or out of bounds. */
export function readJson(text: string): unknown {
  if (text.length > mostLength) return undefined;
  try {
    return JSON.parse(text, (_, value) => {
      if (typeof value === 'number' && !(Math.abs(value) <= mostNumber)) throw new RangeError('too large');
      if (typeof value === 'string' && value.includes('\0')) throw new RangeError('not a text');
      return value;
    });
  } catch {
    return undefined;
  }
}
