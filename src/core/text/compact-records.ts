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
    const values = JSON.parse(this.#packed.at(place) ?? '[]') as readonly unknown[];
    // Every record was packed by `set`, with these keys.
    const record: Partial<Record<keyof Shape, unknown>> = {};
    for (const [n, key] of this.#keys.entries()) record[key] = unpacked(values[n]);
    return record as Shape;
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
  if (typeof value === 'bigint') return `${integer}${value}`;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return `${moment}${value.getTime()}`;
  return Array.isArray(value) ? value.map(tagged) : mapped(value, tagged);
}

/** By hand: JSON's own way of asking for every value takes three times as long. */
function unpacked(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.startsWith(moment)) return new Date(Number(value.slice(1)));
    return value.startsWith(integer) ? BigInt(value.slice(1)) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(unpacked) : mapped(value, unpacked);
}

function mapped(record: object, change: (part: unknown) => unknown): object {
  const changed: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(record)) changed[key] = change(part);
  return changed;
}
