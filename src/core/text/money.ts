/** Minor units and their currency, which are read, kept and compared together. */
export interface Amount {
  readonly minor: bigint;
  readonly currency: string;
}

const codes = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is the code of a currency, in capitals. */
export function isCurrency(code: string): boolean {
  return codes.has(code);
}

interface Currency {
  readonly format: Intl.NumberFormat;
  readonly digits: number;
  /** Its code and its signs, such as "$" and "CA$", in capitals. */
  readonly marks: ReadonlySet<string>;
}

// Creating a formatter costs far more than using one.
const known = new Map<string, Currency>();

function currencyOf(code: string): Currency {
  const before = known.get(code);
  if (before) return before;
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: code });
  const signs = (['symbol', 'narrowSymbol'] as const).map(
    (currencyDisplay) =>
      new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value ?? code,
  );
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const marks = new Set([code, ...signs].map((mark) => mark.toUpperCase()));
  const currency = { format, digits, marks };
  known.set(code, currency);
  return currency;
}

/** Whether people write the currency this way: its code in any case, or its sign. */
export function isMarkOf(mark: string, currency: string): boolean {
  return currencyOf(currency).marks.has(mark.toUpperCase());
}

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD. Throws for an unknown code. */
export function minorDigits(currency: string): number {
  return currencyOf(currency).digits;
}

/** "€12.50": minor units of the currency, exactly. */
export function money(minor: bigint, currency: string): string {
  return currencyOf(currency).format.format(decimal(minor, currency) as Intl.StringNumericLiteral);
}

/** "12.50", for spreadsheets: minor units of the currency, exactly. */
export function decimal(minor: bigint, currency: string): string {
  const { digits } = currencyOf(currency);
  const text = minor
    .toString()
    .replace('-', '')
    .padStart(digits + 1, '0');
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return `${minor < 0n ? '-' : ''}${amount}`;
}
