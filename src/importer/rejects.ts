import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { ImportFault } from '../core/tokens/import-row.ts';
import type { FileRecord } from './record.ts';

/** Writes rejected rows, one per fault, each with the original row. Without faults there is no file. */
export class Rejects {
  readonly #path: string;
  readonly #columns: readonly string[];
  #stream: WriteStream | null = null;

  constructor(path: string, columns: readonly string[]) {
    this.#path = path;
    this.#columns = columns;
  }

  async write(fault: ImportFault, record: FileRecord): Promise<void> {
    if (!this.#stream) {
      this.#stream = createWriteStream(this.#path);
      await this.#line(['Rejected line', 'Column', 'Value', 'Reason', ...this.#columns]);
    }
    const original = this.#columns.map((name) => record.cells[name] ?? '');
    await this.#line([String(fault.line), fault.column, fault.value, fault.reason, ...original]);
  }

  /** The path, or null when nothing was written. */
  async close(): Promise<string | null> {
    if (!this.#stream) return null;
    this.#stream.end();
    await once(this.#stream, 'finish');
    return this.#path;
  }

  async #line(cells: readonly string[]): Promise<void> {
    if (!this.#stream?.write(`${cells.map(cell).join(',')}\r\n`))
      await once(this.#stream as WriteStream, 'drain');
  }
}

/** A cell that begins like a formula is marked as text: a spreadsheet would run it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
