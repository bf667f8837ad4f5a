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

/** From here on hours are too many to be read, seconds before minutes, and minutes before hours. */
const [inDaysFrom, inMinutesFrom] = [96, 120];

/** "26.4 h", "92.0 days", "3.0 s", "12.5 min": a length as figures and charts say it. */
export function lengthWords(unit: 'seconds' | 'hours' | 'days', of: number): string {
  const size = Math.abs(of);
  if (unit === 'hours' && size >= inDaysFrom) return lengthWords('days', of / 24);
  if (unit === 'seconds' && size >= inMinutesFrom * 60) return lengthWords('hours', of / 3_600);
  const [shown, name] =
    unit === 'seconds'
      ? size < inMinutesFrom
        ? [size, 's']
        : [size / 60, 'min']
      : [size, unit === 'hours' ? 'h' : 'days'];
  const [whole = '0', fraction = '0'] = halfUp(shown, 1).split('.');
  const words = `${number(Number(whole))}.${fraction}`;
  return `${of < 0 && words !== '0.0' ? '−' : ''}${words} ${name}`;
}
