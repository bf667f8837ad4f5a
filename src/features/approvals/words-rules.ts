/** "12" and "#12": the number of a request; 0, which none has, for what is no number. */
export function readNumber(text: string): number {
  return Number(/^#?(\d{1,9})$/.exec(text.trim())?.[1] ?? 0);
}
