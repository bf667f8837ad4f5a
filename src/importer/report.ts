import { visible } from '../core/text/clean.ts';
import { number } from '../core/text/quantity.ts';
import { count } from '../core/text/sentence.ts';
import type { Json } from '../core/tokens/json.ts';
import { encodingName } from './file/encoding.ts';
import type { ImportReport } from './import-file.ts';

/** The report for the operator. */
export function reportLines(
  report: ImportReport,
  mode: { dryRun: boolean; allOrNothing: boolean },
): string[] {
  return [
    ...report.faults.map(
      ({ line, column, value, reason }) =>
        `  line ${line}: ${visible(column || 'row')} "${visible(value)}" ${visible(reason)}`,
    ),
    ...(report.rejected > report.faults.length ? ['  …'] : []),
    `Read ${count(report.read, 'row')} as ${encodingName(report.encoding)}, rejected ${report.rejected}${report.rejectsPath ? ` (see ${report.rejectsPath})` : ''}.`,
    ...Object.entries(report.leftOut).map(([what, many]) => `Left out: ${number(many)} (${visible(what)})`),
    ...report.kinds.flatMap(({ name, counts, facts }) => [
      `${name}: added ${counts.added}, changed ${counts.changed}, unchanged ${counts.unchanged}` +
        `${counts.skipped > 0 ? `, nothing new in ${counts.skipped}` : ''}`,
      ...factLines(facts, '  '),
    ]),
    `Lines that repeat another in every column (kept): ${report.repeated}`,
    outcome(report, mode),
  ];
}

function outcome(
  report: ImportReport,
  { dryRun, allOrNothing }: { dryRun: boolean; allOrNothing: boolean },
): string {
  if (dryRun) return 'Dry run: the database is unchanged.';
  if (!report.written && allOrNothing) return 'Nothing was loaded: the database is unchanged.';
  const changes = report.kinds.reduce((sum, { counts }) => sum + counts.added + counts.changed, 0);
  return changes === 0 ? 'Nothing changed.' : 'Done.';
}

function factLines(facts: Json, indent: string): string[] {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return [`${indent}${text(facts)}`];
  return Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? [`${indent}${name}:`, ...factLines(value, `${indent}  `)]
      : [`${indent}${name}: ${text(value)}`],
  );
}

function text(value: Json): string {
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (!Array.isArray(value)) return visible(String(value));
  const shown = visible(value.slice(0, 20).join(', '));
  return value.length === 0 ? 'none' : `${value.length} (${shown}${value.length > 20 ? ', …' : ''})`;
}

/** 0: fine. 1: nothing was loaded, or an all-or-nothing import had faults. */
export function exitCode(report: ImportReport, mode: { allOrNothing: boolean }): 0 | 1 {
  if (mode.allOrNothing && report.rejected > 0) return 1;
  const leftOut = Object.values(report.leftOut).reduce((sum, many) => sum + many, 0);
  return report.rejected > 0 && report.rejected + leftOut === report.read ? 1 : 0;
}
