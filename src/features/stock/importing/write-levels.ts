import { skuFacts } from '../facts-model.ts';
import type { Told } from '../ledger/model.ts';
import { type Posting, record } from '../ledger/post.ts';
import { tell } from '../ledger/rules.ts';
import { hold, keepReceiptDays, standingOf } from '../ledger/store.ts';
import { type BucketChange, changesOf, type ReportedLevel, statementsOf } from './level-rules.ts';

interface Written {
  /** What was known before, by `momentKey`. */
  readonly before: ReadonlySet<string>;
  /** What they state, bucket by bucket, what the ledger knew already included. */
  readonly told: readonly Told[];
  /** What each row changed. */
  readonly changes: readonly (readonly BucketChange[])[];
}

/** Tells the ledger what the rows of a file state. */
export async function writeLevels(
  ctx: Posting,
  reported: readonly ReportedLevel[],
  file: string,
): Promise<Written> {
  const { tx, now } = ctx;
  const before = await standingOf(tx, reported);
  const named = reported.flatMap((one) => statementsOf(one, before));
  await hold(tx, named, now);
  // Read again under the lock: on hand is divided by what the other buckets are, and that may have moved meanwhile.
  const standing = await standingOf(tx, reported);
  const statements = reported.flatMap((one) => statementsOf(one, standing));
  const told = tell(statements, standing);
  await record(ctx, told, {
    cause: 'import',
    reference: `import ${file}`,
    source: 'import',
  });
  const changes = reported.map((one) => changesOf(one, standing));
  await keepReceiptDays(tx, changes.flat(), now);
  // The day of a receipt is no leg: the ledger has not noted it.
  for (const fact of skuFacts.changed(changes.flat().map(({ skuId }) => skuId))) ctx.pending.facts.push(fact);
  return { before: new Set(before.keys()), changes, told };
}
