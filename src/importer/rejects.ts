import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { access, constants, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../core/runtime/refusal.ts';
import type { ImportFault } from '../core/tokens/import-row.ts';
import type { FileRecord } from './file/record.ts';

/** Refuses a path that cannot be written before anything is loaded: a fault found later could not be kept. */
export async function refuseRejectsAt(
  path: string,
  source: { readonly path: string; readonly dryRun: boolean },
) {
  if (source.dryRun) return;
  try {
    const known = await stat(path).catch(() => null);
    if (known?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await access(known ? path : dirname(path), constants.W_OK);
    if (known && (await realpath(path)) === (await realpath(source.path)))
      throw Object.assign(new Error(), { code: 'it is the imported file itself' });
  } catch (error) {
    throw unwritable(path, error as NodeJS.ErrnoException);
  }
}

function unwritable(path: string, { code, message }: NodeJS.ErrnoException): Refusal {
  return new Refusal('invalid', `Rejected rows cannot be written to ${path}: ${code ?? message}.`, {
    next: 'Choose another place with --rejects <path>. What was loaded stays; importing the file again changes no row of it.',
  });
}

/** Writes rejected rows, one per fault, each with the original row. Without faults there is no file. */
export class Rejects {
  readonly #path: string;
  readonly #columns: readonly string[];
  #stream: WriteStream | null = null;
  #broken: NodeJS.ErrnoException | null = null;

  constructor(path: string, columns: readonly string[]) {
    this.#path = path;
    this.#columns = columns;
  }

  async write(fault: ImportFault, record: FileRecord): Promise<void> {
    if (!this.#stream) {
      this.#stream = createWriteStream(this.#path);
      this.#stream.once('error', (error) => {
        this.#broken = error;
      });
      await this.#line(['Rejected line', 'Column', 'Value', 'Reason', ...this.#columns]);
    }
    const original = this.#columns.map((name) => record.cells[name] ?? '');
    await this.#line([String(fault.line), fault.column, fault.value, fault.reason, ...original]);
  }

  /** The path, or null when nothing was written. */
  async close(): Promise<string | null> {
    if (!this.#stream) return null;
    this.#stream.end();
    await this.#until('finish');
    return this.#path;
  }

  async #line(cells: readonly string[]): Promise<void> {
    if (!this.#stream?.write(`${cells.map(cell).join(',')}\r\n`)) await this.#until('drain');
  }

  async #until(event: 'drain' | 'finish'): Promise<void> {
    if (this.#broken) throw unwritable(this.#path, this.#broken);
    await once(this.#stream as WriteStream, event).catch((error: NodeJS.ErrnoException) => {
      throw unwritable(this.#path, error);
    });
  }
}

/** A cell that begins like a formula is marked as text: a spreadsheet would run it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
