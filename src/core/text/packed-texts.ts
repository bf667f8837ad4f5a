const chunkBytes = 1 << 20;
const smallest = 1 << 10;

/**
 * Millions of texts outside of the heap, as UTF-8 in large chunks: the garbage collector neither walks them nor keeps room
 * for moving them. Lone surrogates do not survive.
 * @example const texts = new PackedTexts(); const place = texts.add('a mug'); texts.at(place) // 'a mug'
 */
export class PackedTexts {
  readonly #chunks: Buffer[] = [];
  /** How much of the last chunk is taken. */
  #taken = chunkBytes;
  /** Of each place: its chunk, where it begins there, how long it is, and how long it may grow. */
  #spans = new Uint32Array(smallest * 4);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The place of the new text: 0, 1, 2 … */
  add(text: string): number {
    const place = this.#size;
    this.#size += 1;
    if (this.#size * 4 > this.#spans.length) this.#grow();
    this.#append(place, text);
    return place;
  }

  at(place: number): string | undefined {
    if (place >= this.#size) return undefined;
    const [chunk = 0, from = 0, length = 0] = this.#spans.subarray(place * 4, place * 4 + 4);
    return this.#chunks[chunk]?.toString('utf8', from, from + length);
  }

  /** Writes over the old text where the new one fits, else leaves it behind unused. */
  replace(place: number, text: string): void {
    const [chunk = 0, from = 0, , room = 0] = this.#spans.subarray(place * 4, place * 4 + 4);
    const length = Buffer.byteLength(text);
    if (length > room) {
      this.#append(place, text);
      return;
    }
    this.#chunks[chunk]?.write(text, from);
    this.#spans[place * 4 + 2] = length;
  }

  #append(place: number, text: string): void {
    const length = Buffer.byteLength(text);
    const last = this.#chunks.at(-1);
    if (!last || this.#taken + length > last.length) {
      this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, length)));
      this.#taken = 0;
    }
    this.#chunks.at(-1)?.write(text, this.#taken);
    this.#spans.set([this.#chunks.length - 1, this.#taken, length, length], place * 4);
    this.#taken += length;
  }

  #grow(): void {
    const spans = this.#spans;
    this.#spans = new Uint32Array(spans.length * 2);
    this.#spans.set(spans);
  }
}
