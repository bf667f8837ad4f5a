const plain = new Intl.NumberFormat('en-GB');

/** "1,204". */
export function number(n: number): string {
  // Most numbers are small, and formatting takes longer than drawing a line of a card.
  if (!Number.isInteger(n) || n < 0 || n >= 1_000_000) return plain.format(n);
  return n < 1_000 ? String(n) : `${Math.floor(n / 1_000)},${String(n % 1_000).padStart(3, '0')}`;
}

/** "+3", "−1,204": a change. */
export function signed(n: number): string {
  return n > 0 ? `+${number(n)}` : n < 0 ? `−${number(-n)}` : '0';
}
