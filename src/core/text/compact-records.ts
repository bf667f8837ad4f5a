import { CompactMap } from './compact-map.ts';

/**
 * A map from texts to small records of one shape, each kept as one text: about two hundred bytes instead of a thousand.
 * Reading gives a new, equal record. Values may be moments, big integers and plain objects.
 */
export class CompactRecords<Shape extends object> {
  readonly #places = new CompactMap();
  readonly #packed: string[] = [];
  #keys: readonly (keyof Shape & string)[] = [];

  get(text: string): Shape | undefined {
    const place = this.#places.get(text);
    if (place === undefined) return undefined;
    const values = JSON.parse(this.#packed[place] ?? '[]', unpacked) as readonly unknown[];
    // Every record was packed by `set`, with these keys.
    return Object.fromEntries(this.#keys.map((key, n) => [key, values[n]])) as Shape;
  }

  set(text: string, record: Shape): void {
    if (this.#keys.length === 0) this.#keys = Object.keys(record) as (keyof Shape & string)[];
    const place = this.#places.get(text) ?? this.#packed.length;
    this.#packed[place] = JSON.stringify(this.#keys.map((key) => tagged(record[key])));
    this.#places.set(text, place);
  }

  /** Makes the record of `text` known by another text too. */
  alsoAs(other: string, text: string): void {
    const place = this.#places.get(text);
    if (place !== undefined) this.#places.set(other, place);
  }
}

// JSON has neither; texts from outside hold no control characters (see `clean`), so that none looks like a tag.
const moment = '\u0001';
const integer = '\u0002';

/** Moments become text before JSON's own way of writing them is asked. */
function tagged(value: unknown): unknown {
  if (value instanceof Date) return `${moment}${value.getTime()}`;
  if (typeof value === 'bigint') return `${integer}${value}`;
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, tagged(part)]));
}

function unpacked(_: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith(moment)) return new Date(Number(value.slice(1)));
  return value.startsWith(integer) ? BigInt(value.slice(1)) : value;
}
