import type { ImportKind } from '../core/declare/import.ts';
import type { Context } from '../core/runtime/context.ts';
import { Refusal } from '../core/runtime/refusal.ts';
import { count } from '../core/text/sentence.ts';
import type { ImportArguments } from './arguments.ts';
import { type ImportFile, inspectFile } from './file/inspect.ts';
import { columnsOf } from './file/records.ts';
import { type ImportReport, importFile } from './import-file.ts';
import { resolveMapping, unreadColumns } from './map.ts';
import { reads } from './reading/reader.ts';
import type { Phase } from './reading/rows.ts';
import { noteRefusedFile, noteRefusedRows } from './refused.ts';
import { refuseRejectsAt } from './rejects.ts';

export type Progress = (phase: Phase, bytes: number, size: number) => void;

/**
 * The whole of `npm run import`, once the command line is read and the database is open. A file that is refused counts as
 * a failure of its feeds.
 */
export async function runImport(
  ctx: Context,
  given: ImportArguments,
  say: (line: string) => void,
  onProgress: Progress = () => {},
): Promise<ImportReport> {
  try {
    const report = await importNamed(ctx, given, say, onProgress);
    await noteRefusedRows(ctx, given, report);
    return report;
  } catch (error) {
    await noteRefusedFile(ctx, given, error);
    throw error;
  }
}

async function importNamed(
  ctx: Context,
  given: ImportArguments,
  say: (line: string) => void,
  onProgress: Progress,
): Promise<ImportReport> {
  const file = await inspectFile(given.path, given);
  await refuseRejectsAt(given.rejectsPath, given);
  for (const sentence of aboutEncoding(file, given)) say(sentence);
  const columns = await columnsOf(file);
  if (columns.length === 0)
    throw new Refusal('invalid', `${file.name} has no columns: there is nothing to import.`);
  const { mapping, notes } = resolveMapping(given.kinds, columns, given.preset, given);
  for (const note of notes) say(note);
  const unread = unreadColumns(mapping, columns, given.ignore);
  if (unread.length > 0)
    say(
      `${count(unread.length, 'column')} ${unread.length === 1 ? 'is' : 'are'} not read: ${unread.join(', ')}.`,
    );
  const kinds = inOrder(given.kinds);
  const style = {
    dates: given.dates,
    decimal: given.decimal,
    timeZone: given.timeZone ?? ctx.workspace.timeZone,
    currency: ctx.workspace.currency,
  };
  return await importFile(ctx, {
    ...given,
    kinds,
    file,
    columns,
    mapping,
    read: reads({ kinds, file, mapping, style }),
    onProgress: (phase, bytes) => onProgress(phase, bytes, file.size),
  });
}

/** Each after those that it needs. */
function inOrder(kinds: readonly ImportKind[]): readonly ImportKind[] {
  return kinds.toSorted((a, b) => Number(a.after.includes(b.name)) - Number(b.after.includes(a.name)));
}

function aboutEncoding(file: ImportFile, given: ImportArguments): readonly string[] {
  if (given.encoding === null && file.encoding === 'windows-1252')
    return [`${file.name} is not UTF-8: read as Windows-1252 (Latin-1).`];
  if (file.broken === 0) return [];
  const many = count(file.broken, 'character');
  return [
    `${file.name} is UTF-8 but for ${many}: rows with such a one in a column that is read are rejected.`,
  ];
}
