import type { Context } from '../core/runtime/context.ts';
import { Refusal } from '../core/runtime/refusal.ts';
import { asSystem } from '../core/runtime/system.ts';
import { channelKey } from '../core/text/code-key.ts';
import { count } from '../core/text/sentence.ts';
import { noteFailure } from '../features/index.ts';
import type { ImportArguments } from './arguments.ts';
import type { ImportReport } from './import-file.ts';
import { UsageError } from './usage-error.ts';

/** A file of which nothing could be loaded. */
export async function noteRefusedRows(
  ctx: Context,
  given: ImportArguments,
  report: ImportReport,
): Promise<void> {
  const taken = report.kinds.reduce((sum, { counts }) => {
    const { added, changed, unchanged, skipped } = counts;
    return sum + added + changed + unchanged + skipped;
  }, 0);
  if (report.rejected === 0 || (report.written && taken > 0)) return;
  const [first] = report.faults;
  const why = first ? `: line ${first.line}, ${first.column || 'the row'} ${first.reason}` : '';
  await note(ctx, given, `nothing was loaded, ${count(report.rejected, 'row')} refused${why}`);
}

/** A file that was refused as a whole: it is no table, or a column is missing. */
export async function noteRefusedFile(ctx: Context, given: ImportArguments, error: unknown): Promise<void> {
  if (!(error instanceof Refusal || error instanceof UsageError)) return;
  try {
    await note(ctx, given, error.message.replaceAll('\n', ' '));
  } catch (another) {
    // Whoever imports reads why the file was refused; that it could not be noted is less.
    ctx.log.warn({ err: another }, 'that a file was refused could not be noted');
  }
}

async function note(ctx: Context, { kinds, origin, preset, set, dryRun }: ImportArguments, reason: string) {
  if (dryRun) return;
  const channel = set.channel ?? preset?.set?.channel;
  const sources = [origin, ...(channel === undefined ? [] : [channelKey(channel)])];
  await noteFailure.call(asSystem(ctx, 'feeds'), {
    sources: kinds.flatMap(({ name }) => sources.map((source) => ({ kind: name, source }))),
    reason,
  });
}
