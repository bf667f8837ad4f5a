/** Reads the number of a case, such as "#12" or "12"; null for any other text. */
export function readNumber(text: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
  return digits ? Number(digits) : null;
}
