import { CompactMap } from './compact-map.ts';
import { PackedTexts } from './packed-texts.ts';

/**
 * A map from texts to small records of one shape, each kept as one text outside of the heap: about two hundred bytes
 * instead of a thousand.
 * Reading gives a new, equal record. Values may be moments, big integers and plain objects.
 */
export class CompactRecords<Shape extends object> {
  readonly #places = new CompactMap();
  readonly #packed = new PackedTexts();
  #keys: readonly (keyof Shape & string)[] = [];

  get(text: string): Shape | undefined {
    const place = this.#places.get(text);
    if (place === undefined) return undefined;
    const values = JSON.parse(this.#packed.at(place) ?? '[]', unpacked) as readonly unknown[];
    // Every record was packed by `set`, with these keys.
    return Object.fromEntries(this.#keys.map((key, n) => [key, values[n]])) as Shape;
  }

  set(text: string, record: Shape): void {
    if (this.#keys.length === 0) this.#keys = Object.keys(record) as (keyof Shape & string)[];
    const packed = JSON.stringify(this.#keys.map((key) => tagged(record[key])));
    const place = this.#places.get(text);
    if (place === undefined) this.#places.set(text, this.#packed.add(packed));
    else this.#packed.replace(place, packed);
  }
}

// JSON has neither; texts from outside hold no control characters (see `clean`), so that none looks like a tag. JSON writes
// these two as they are.
const moment = '\u0081';
const integer = '\u0082';

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
