interface Currency {
  readonly format: Intl.NumberFormat;
  readonly digits: number;
}

// Creating a formatter costs far more than using one.
const known = new Map<string, Currency>();

function currencyOf(code: string): Currency {
  const before = known.get(code);
  if (before) return before;
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: code });
  const currency = { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
  known.set(code, currency);
  return currency;
}

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD. Throws for an unknown code. */
export function minorDigits(currency: string): number {
  return currencyOf(currency).digits;
}

/** "€12.50": minor units of the currency, exactly. */
export function money(minor: bigint, currency: string): string {
  const { format, digits } = currencyOf(currency);
  const text = minor
    .toString()
    .replace('-', '')
    .padStart(digits + 1, '0');
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return format.format(`${minor < 0n ? '-' : ''}${decimal}` as Intl.StringNumericLiteral);
}
