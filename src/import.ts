import cliProgress from 'cli-progress';
import { asksForHelp, onConsole } from './console.ts';
import { imports } from './core/declare/import.ts';
import { contributionsOf } from './core/runtime/contributions.ts';
import { features } from './features/index.ts';
import { readArguments } from './importer/arguments.ts';
import { type Progress, runImport } from './importer/command.ts';
import {
  type DeliveryArguments,
  keepDeliveries,
  readDeliveries,
  readDeliveryArguments,
} from './importer/deliveries.ts';
import { usage } from './importer/help.ts';
import { exitCode, reportLines } from './importer/report.ts';
import { UsageError } from './importer/usage-error.ts';

const kinds = contributionsOf(features).of(imports);

if (asksForHelp()) {
  const named = kinds.filter(({ name }) => process.argv[2]?.split(',').includes(name));
  console.log(usage(kinds, named.length > 0 ? named : kinds));
  process.exit(0);
}

try {
  const filed = readDeliveryArguments(process.argv.slice(2));
  if (filed) await importDeliveries(filed);
  else await importRows();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.exitCode = refuse(error);
  console.error('npm run import -- --help lists kinds, fields, presets and options.');
}

/** The file is read before the database is opened: a mistake costs nothing. */
async function importDeliveries(filed: DeliveryArguments): Promise<void> {
  const bodies = await readDeliveries(filed);
  await onConsole({ workspace: filed.workspace }, async ({ ctx }) => {
    for (const line of await keepDeliveries(ctx, filed, bodies)) console.log(line);
    return 0;
  });
}

async function importRows(): Promise<void> {
  const given = await readArguments(process.argv.slice(2), kinds);
  await onConsole({ workspace: given.workspace }, async ({ ctx }) => {
    const bar = progressBar();
    try {
      const report = await runImport(ctx, given, console.error, bar.show);
      bar.stop();
      for (const line of reportLines(report, given)) console.log(line);
      return exitCode(report, given);
    } catch (error) {
      bar.stop();
      // The columns can be checked only against the file; they count as usage errors too.
      if (error instanceof UsageError) return refuse(error);
      throw error;
    }
  });
}

function refuse(error: UsageError): 2 {
  for (const problem of error.problems) console.error(problem);
  return 2;
}

function progressBar(): { show: Progress; stop: () => void } {
  // A log file cannot show a bar that redraws itself.
  if (!process.stdout.isTTY) return { show: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    format: '{phase} [{bar}] {percentage} % · {eta} s left',
    clearOnComplete: true,
  });
  let started = false;
  return {
    show(phase, bytes, size) {
      if (!started) bar.start(size, 0, { phase });
      started = true;
      bar.update(bytes, { phase });
    },
    stop: () => bar.stop(),
  };
}
