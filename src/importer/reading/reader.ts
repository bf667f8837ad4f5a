import { setImmediate } from 'node:timers/promises';
import type { ImportKind } from '../../core/declare/import.ts';
import type { Style } from '../check.ts';
import type { ImportFile } from '../file/inspect.ts';
import type { Mapping } from '../mapping.ts';
import { type CheckedRecord, checkedRecords, type Phase } from './rows.ts';

export interface Piece {
  readonly records: readonly CheckedRecord[];
  /** How far into the file reading is. */
  readonly bytes: number;
}

/** Reads the file from its start, in pieces; a second time gives the same rows. */
export type Reader = (phase: Phase) => AsyncGenerator<Piece>;

/** What is read, and how: all of it can be sent to another thread but for the kinds' functions. */
export interface Reading {
  readonly kinds: readonly ImportKind[];
  readonly file: ImportFile;
  readonly mapping: Mapping;
  readonly style: Style;
}

/** Rows after which reading lets other things happen: the database's answers wait for it. */
const pieceSize = 100;

/** Reads in this thread. */
export function reads({ kinds, file, mapping, style }: Reading): Reader {
  return async function* pieces(phase) {
    let bytes = 0;
    let records: CheckedRecord[] = [];
    const all = checkedRecords(file, kinds, mapping, style, phase, (read) => {
      bytes = read;
    });
    for await (const record of all) {
      records.push(record);
      if (records.length < pieceSize) continue;
      yield { records, bytes };
      records = [];
      await setImmediate();
    }
    if (records.length > 0) yield { records, bytes };
  };
}
