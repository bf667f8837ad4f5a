/** "12" and "#12": the number of a request; null: something else. */
export function readNumber(text: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
  return digits ? Number(digits) : null;
}
