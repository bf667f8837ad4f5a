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

/** "94.5" of 94.45, which as a binary number is a little less: what is a half in nine decimals is rounded up. Not below zero. */
export function halfUp(value: number, places: number): string {
  const [whole = '0', fraction = ''] = value.toFixed(9).split('.');
  const scaled = BigInt(`${whole}${fraction.slice(0, places)}`) + (fraction.charAt(places) >= '5' ? 1n : 0n);
  const digits = String(scaled).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
