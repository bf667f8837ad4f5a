const digits = new Map<string, number>();

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD. Throws for what is no currency code. */
export function minorDigits(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    known =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    digits.set(currency, known);
  }
  return known;
}

/** "1,495,204.42 GBP": exact, whatever the size. */
export function moneyText(minor: bigint, currency: string): string {
  const places = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = places > 0 ? `.${text.slice(-places)}` : '';
  return `${minor < 0n ? '-' : ''}${whole}${fraction} ${currency}`;
}
