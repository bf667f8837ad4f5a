/** Counts what tells one encoding from another, chunk by chunk. */
export class EncodingCensus {
  #head: Buffer = Buffer.alloc(0);
  /** Continuation bytes that the present character still lacks, and the range of the next one. */
  #lacking = 0;
  #from = 0x80;
  #to = 0xbf;
  #characters = 0;
  #broken = 0;

  take(chunk: Buffer): void {
    if (this.#head.length < headLength)
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, headLength - this.#head.length)]);
    for (const byte of chunk) this.#step(byte);
  }

  /**
   * A byte-order mark decides; then the zeros of UTF-16; then whether more of the characters beyond ASCII are whole in
   * UTF-8 than broken: one bad byte does not make a file Latin-1.
   */
  verdict(): string {
    const [first, second, third] = this.#head;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
    return wideOf(this.#head) ?? (this.broken > this.#characters ? 'windows-1252' : 'utf-8');
  }

  /** Characters that are not whole in UTF-8. */
  get broken(): number {
    return this.#broken + (this.#lacking > 0 ? 1 : 0);
  }

  get head(): Buffer {
    return this.#head;
  }

  #step(byte: number): void {
    if (this.#lacking > 0) {
      if (byte >= this.#from && byte <= this.#to) {
        this.#lacking -= 1;
        [this.#from, this.#to] = [0x80, 0xbf];
        if (this.#lacking === 0) this.#characters += 1;
        return;
      }
      this.#lacking = 0;
      this.#broken += 1;
    }
    if (byte < 0x80) return;
    this.#begin(byte);
  }

  // Table 3-7 of the Unicode standard: which bytes may follow which.
  #begin(byte: number): void {
    this.#from = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#to = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) this.#lacking = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#lacking = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#lacking = 3;
    else this.#broken += 1;
  }
}

const headLength = 65_536;

/** In UTF-16, every second byte of a Western header is zero. */
function wideOf(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const pairs = head.subarray(0, 512);
  const zeros = [0, 0];
  for (const [index, byte] of pairs.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = pairs.length / 2 / 3;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

export function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** "UTF-8", "Windows-1252 (Latin-1)". */
export function encodingName(encoding: string): string {
  return encoding === 'windows-1252' ? 'Windows-1252 (Latin-1)' : encoding.toUpperCase();
}
