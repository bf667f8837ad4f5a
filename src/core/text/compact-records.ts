type Plain = string | number | boolean | bigint | Date | null;

/**
 * A map from texts to small flat records of one shape, each kept as one string: about a hundred bytes instead of a
 * thousand. Reading gives a new, equal record. The values of a record stand in the order of the first one's keys.
 */
export class CompactRecords<Shape extends { readonly [Key in keyof Shape]: Plain }> {
  readonly #packed = new Map<string, string>();
  #keys: readonly (keyof Shape & string)[] = [];

  get(text: string): Shape | undefined {
    const values = this.#packed.get(text)?.split(separator);
    // Every record was packed by `set`, with these keys.
    return (
      values && (Object.fromEntries(this.#keys.map((key, n) => [key, unpacked(values[n] ?? '')])) as Shape)
    );
  }

  set(text: string, record: Shape): void {
    if (this.#keys.length === 0) this.#keys = Object.keys(record) as (keyof Shape & string)[];
    this.#packed.set(text, this.#keys.map((key) => packed(record[key])).join(separator));
  }
}

const letters = { string: 's', number: 'n', boolean: 'b', bigint: 'i' } as const;
// Texts from outside hold no control characters: see `clean`.
const separator = '\u001F';

/** A letter for the type before the value; nothing for null, which most values are. */
function packed(value: Plain): string {
  if (value === null) return '';
  if (value instanceof Date) return `d${value.getTime()}`;
  return `${letters[typeof value as keyof typeof letters]}${value}`;
}

function unpacked(text: string): Plain {
  const value = text.slice(1);
  switch (text[0]) {
    case 's':
      return value;
    case 'n':
      return Number(value);
    case 'b':
      return value === 'true';
    case 'i':
      return BigInt(value);
    case 'd':
      return new Date(Number(value));
    default:
      return null;
  }
}
