/** What Slack keeps at most in a button; older buttons may hold more than ours do today. */
const mostLength = 3_000;
/** What the database's whole numbers hold. */
const mostNumber = 2_147_483_647;

/**
 * Reads what a button, a menu or a form carried. Undefined: it is no JSON, or out of bounds; nobody changes what Slack
 * keeps for us, so that such a value is not from us.
 */
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
