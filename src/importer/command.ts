import type { Context } from '../core/runtime/context.ts';
import { count } from '../core/text/sentence.ts';
import type { ImportArguments } from './arguments.ts';
import { type ImportReport, importFile } from './import-file.ts';
import { inspectFile } from './inspect.ts';
import { resolveMapping, unreadColumns } from './map.ts';
import { columnsOf } from './records.ts';

export type Progress = (phase: 'checking' | 'loading', bytes: number, size: number) => void;

/** The whole of `npm run import`, once the command line is read and the database is open. */
export async function runImport(
  ctx: Context,
  given: ImportArguments,
  say: (line: string) => void,
  onProgress: Progress = () => {},
): Promise<ImportReport> {
  const file = await inspectFile(given.path, given.format);
  if (file.encoding === 'windows-1252') say(`${file.name} is not UTF-8: read as Windows-1252 (Latin-1).`);
  const columns = await columnsOf(file);
  const mapping = resolveMapping(given.kinds, columns, given.preset, given);
  const unread = unreadColumns(mapping, columns);
  if (unread.length > 0)
    say(
      `${count(unread.length, 'column')} ${unread.length === 1 ? 'is' : 'are'} not read: ${unread.join(', ')}.`,
    );
  return await importFile(ctx, {
    ...given,
    file,
    mapping,
    style: {
      dates: given.dates,
      decimal: given.decimal,
      timeZone: given.timeZone ?? ctx.workspace.timeZone,
      currency: ctx.workspace.currency,
    },
    onProgress: (phase, bytes) => onProgress(phase, bytes, file.size),
  });
}
