import type { ImportFault } from '../core/tokens/import-row.ts';
import type { CheckedRecord } from './reading/rows.ts';
import type { Rejects } from './rejects.ts';

/** Counts rows read and rejected, and keeps the first faults for the report. */
export class Tally {
  readonly #rejects: Rejects | null;
  readonly #lines = new Set<number>();
  readonly #faults: ImportFault[] = [];
  readonly #leftOut = new Map<string, number>();
  #latest = '';
  #read = 0;
  #repeated = 0;

  constructor(rejects: Rejects | null) {
    this.#rejects = rejects;
  }

  get rejected(): number {
    return this.#lines.size;
  }

  read({ leftOut, isRepeat }: CheckedRecord): void {
    this.#read += 1;
    if (leftOut !== null) this.#leftOut.set(leftOut, (this.#leftOut.get(leftOut) ?? 0) + 1);
    if (isRepeat) this.#repeated += 1;
  }

  async refuse(faults: readonly ImportFault[], among: readonly CheckedRecord[]): Promise<void> {
    for (const fault of faults) {
      const from = among.find(({ record }) => record.line === fault.line);
      // Two kinds that read the same column find the same fault.
      const key = `${fault.line}\n${fault.column}\n${fault.reason}`;
      if (key === this.#latest) continue;
      this.#latest = key;
      this.#lines.add(fault.line);
      if (this.#faults.length < 10) this.#faults.push(fault);
      if (from) await this.#rejects?.write(fault, from.record);
    }
  }

  async close() {
    return {
      read: this.#read,
      leftOut: Object.fromEntries(this.#leftOut),
      rejected: this.rejected,
      repeated: this.#repeated,
      faults: this.#faults,
      rejectsPath: (await this.#rejects?.close()) ?? null,
    };
  }
}
