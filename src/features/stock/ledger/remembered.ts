import { grouped } from './grouped.ts';
import type { Statement } from './model.ts';

/** Many SKUs of which one source states the same buckets of one location at one moment. */
export interface Run {
  readonly locationId: string;
  readonly asOf: Date;
  readonly buckets: readonly string[];
  readonly skuIds: readonly string[];
}

/** So many SKUs take less room as one row of `level_run` than as rows of `level_statement`. */
const runFrom = 20;

/** How statements are remembered: a file's as runs, single ones by themselves. */
export function remembered(statements: readonly Statement[]): {
  readonly runs: readonly Run[];
  readonly single: readonly Statement[];
} {
  const places = grouped(statements, (one) => `${one.skuId} ${one.locationId} ${one.asOf.getTime()}`);
  const alike = grouped([...places.values()], (ones) => {
    const stated = ones.map(({ bucket }) => bucket).sort();
    return `${ones[0]?.locationId} ${ones[0]?.asOf.getTime()} ${stated.join(' ')}`;
  });
  const runs: Run[] = [];
  const single: Statement[] = [];
  for (const same of alike.values()) {
    const [first] = same.flat();
    if (!first || same.length < runFrom) single.push(...same.flat());
    else
      runs.push({
        locationId: first.locationId,
        asOf: first.asOf,
        buckets: (same[0] ?? []).map(({ bucket }) => bucket).sort(),
        skuIds: same.flatMap(([one]) => (one ? [one.skuId] : [])).sort(),
      });
  }
  return { runs, single };
}
