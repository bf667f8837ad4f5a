import xxhash from 'xxhash-wasm';

const empty = 0;
const smallest = 1 << 12;

/**
 * A map from texts to whole numbers from 0 to 2^32 - 2 that keeps 64 bits of each text's hash instead of the text: 12 bytes
 * a place, where a `Map` of strings takes over a hundred. Of a million texts, two share their hash once in thirty
 * million maps.
 * @example const lines = new CompactMap(); lines.set('MUG-01', 2); lines.get('MUG-01') // 2
 */
export class CompactMap {
  #high = new Uint32Array(smallest);
  #low = new Uint32Array(smallest);
  /** The value plus one; 0: the place is empty. */
  #values = new Uint32Array(smallest);
  #size = 0;
  /** Rows about one thing follow each other, and who sets has just looked. */
  #latest: Hashed = hashed('');

  get size(): number {
    return this.#size;
  }

  get(text: string): number | undefined {
    const { high, low } = this.#hashed(text);
    const value = this.#values[this.#placeOf(high, low)] ?? empty;
    return value === empty ? undefined : value - 1;
  }

  set(text: string, value: number): void {
    const { high, low } = this.#hashed(text);
    this.#put(high, low, value + 1);
    if (this.#size * 4 > this.#values.length * 3) this.#grow();
  }

  #hashed(text: string): Hashed {
    if (this.#latest.text !== text) this.#latest = hashed(text);
    return this.#latest;
  }

  #put(high: number, low: number, stored: number): void {
    const place = this.#placeOf(high, low);
    if (this.#values[place] === empty) this.#size += 1;
    this.#high[place] = high;
    this.#low[place] = low;
    this.#values[place] = stored;
  }

  /** Where the hash is, or the next empty place after where it should be. */
  #placeOf(high: number, low: number): number {
    const mask = this.#values.length - 1;
    let place = low & mask;
    while (this.#values[place] !== empty && (this.#low[place] !== low || this.#high[place] !== high))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [high, low, values] = [this.#high, this.#low, this.#values];
    this.#high = new Uint32Array(values.length * 2);
    this.#low = new Uint32Array(values.length * 2);
    this.#values = new Uint32Array(values.length * 2);
    this.#size = 0;
    for (const [place, stored] of values.entries())
      if (stored !== empty) this.#put(high[place] ?? 0, low[place] ?? 0, stored);
  }
}

interface Hashed {
  readonly text: string;
  readonly high: number;
  readonly low: number;
}

const { h64 } = await xxhash();
const whole = new BigUint64Array(1);
const halves = new Uint32Array(whole.buffer);

/**
 * A tenth of the time that a cryptographic hash takes, which was an eighth of the time of reading a file. One hash of 64
 * bits: two of 32 bits with different seeds are no two hashes of a short text, since where one meets another's the other
 * mostly does too. Texts can be made that share it, by whoever writes the file: to say something else there takes less.
 */
function hashed(text: string): Hashed {
  whole[0] = h64(text);
  return { text, high: halves[1] ?? 0, low: halves[0] ?? 0 };
}
