const plain = new Intl.NumberFormat('en-GB');

/** "1,204". */
export function number(n: number): string {
  return plain.format(n);
}

/** "+3", "−1,204": a change. */
export function signed(n: number): string {
  return n > 0 ? `+${number(n)}` : n < 0 ? `−${number(-n)}` : '0';
}
