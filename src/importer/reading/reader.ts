import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { ImportKind } from '../../core/declare/import.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import type { Style } from '../check.ts';
import type { ImportFile } from '../file/inspect.ts';
import { readRecords } from '../file/records.ts';
import type { Mapping } from '../mapping.ts';
import { type CheckedRecord, Checking, type Phase } from './rows.ts';

export interface Piece {
  readonly records: readonly CheckedRecord[];
  /** How far into the file reading is. */
  readonly bytes: number;
}

/** Reads the file from its start, in pieces; a second time gives the same rows. */
export type Reader = (phase: Phase) => AsyncGenerator<Piece>;

/** What is read, and how. */
export interface Reading {
  readonly kinds: readonly ImportKind[];
  readonly file: ImportFile;
  readonly mapping: Mapping;
  readonly style: Style;
}

/**
 * Rows after which reading lets other things happen. The database's answers wait for it: few, so that most of a batch is
 * read while the one before is being written, and little in the short waits between its statements.
 */
const pieceSize = 10;

/** The two passes, and what was found out before them, are of one file. */
async function demandUnchanged({ path, name, size, modifiedAt }: ImportFile): Promise<void> {
  const now = await stat(path);
  if (now.size === size && Math.floor(now.mtime.getTime()) === modifiedAt.getTime()) return;
  throw new Refusal('conflict', `${name} was changed while it was read.`, {
    next: 'Import it again once it is written: what was loaded stays, and rows that are loaded are left alone.',
  });
}

/** A reader of this file. */
export function reads({ kinds, file, mapping, style }: Reading): Reader {
  return async function* pieces(phase) {
    let bytes = 0;
    const checking = new Checking(kinds, mapping, style, phase);
    const all = readRecords(file, (read) => {
      bytes = read;
    });
    for await (const records of all) {
      for (let from = 0; from < records.length; from += pieceSize) {
        const piece = records.slice(from, from + pieceSize);
        yield { records: piece.map((record) => checking.check(record)), bytes };
        await setImmediate();
      }
    }
    await demandUnchanged(file);
  };
}
