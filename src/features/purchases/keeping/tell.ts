import type { Change } from '../../../core/runtime/change.ts';
import type { MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { channelKey, codeKey } from '../../../core/text/code-key.ts';
import type { Json, JsonObject } from '../../../core/tokens/json.ts';
import { skusByCode } from '../../stock/index.ts';
import type { LineSaid, PurchaseLine } from '../line/model.ts';
import { lineKey, type Plan, planOf } from '../line/rules.ts';
import { expectOf } from './expect.ts';
import { holdLinesNamed, keepRevisions, keepSaidAt, linesNamed, lockTelling, writeLines } from './store.ts';

/** The ids of SKUs by what a source calls them, as `skusByCode` answers. */
export type SkusOf = typeof skusByCode;

/** What statements would do, without doing it. */
export async function preview(
  ctx: QueryContext,
  statements: readonly LineSaid[],
  skusOf: SkusOf = skusByCode,
): Promise<readonly Plan[]> {
  return await plansOf(ctx, ctx.scope, statements, await linesNamed(ctx.scope, namesOf(statements)), skusOf);
}

/**
 * Writes what sources say of lines, each told once. Told again, it changes nothing. The only way in which lines become what
 * they are, but for a day that a person gives them (`dating`) and a SKU that comes later (`link.ts`).
 */
export async function tell(ctx: MutationContext, statements: readonly LineSaid[]): Promise<readonly Plan[]> {
  const { tx, now } = ctx;
  await lockTelling(tx);
  const before = await holdLinesNamed(tx, namesOf(statements));
  const plans = await plansOf(ctx, tx, statements, before);
  const moved = plans.filter(({ outcome }) => outcome === 'added' || outcome === 'changed');
  await writeLines(
    tx,
    moved.map(({ after }) => after),
    now,
  );
  await keepRevisions(
    tx,
    moved.flatMap(({ revision }) => revision ?? []),
  );
  await expectOf(ctx, moved);
  // A word that says the same later still outdates what was said in between and comes late.
  const again = plans.filter(
    ({ outcome, before: known, after }) =>
      outcome === 'unchanged' && known !== null && after.saidAt > known.saidAt,
  );
  await keepSaidAt(
    tx,
    again.map(({ after }) => after),
  );
  return plans;
}

function namesOf(statements: readonly LineSaid[]) {
  return statements.map((said) => ({ source: said.source, lineKey: lineKey(said) }));
}

async function plansOf(
  { ids, now }: Pick<QueryContext, 'ids' | 'now'>,
  scope: Scope,
  statements: readonly LineSaid[],
  stored: readonly PurchaseLine[],
  skusOf: SkusOf = skusByCode,
): Promise<readonly Plan[]> {
  const known = new Map(stored.map((line) => [keyOf(line.source, line.lineKey), line]));
  const codes = statements.flatMap((said) => {
    const code = codeOf(said, known.get(keyOf(said.source, lineKey(said))) ?? null);
    return code === null ? [] : [{ channel: channelKey(said.source), codeKey: codeKey(code) }];
  });
  const skus = codes.length > 0 ? await skusOf(scope, codes) : new Map<string, string>();
  return statements.map((said) => {
    const before = known.get(keyOf(said.source, lineKey(said))) ?? null;
    const code = codeOf(said, before);
    const skuId = code === null ? null : (skus.get(`${channelKey(said.source)}\n${codeKey(code)}`) ?? null);
    return planOf(before, said, { id: ids.uuid(now), skuId });
  });
}

function codeOf({ code }: LineSaid, before: PurchaseLine | null): string | null {
  return code === undefined ? (before?.code ?? null) : code;
}

const keyOf = (source: string, key: string) => `${source}\n${key}`;

/** What of a line is another now, for the audit log. */
export function changeOf(before: PurchaseLine | null, after: PurchaseLine, reason?: string): Change {
  const subject = { kind: 'purchase line', id: after.id };
  if (before === null) {
    const { po, supplier, code, ordered, expectedOn } = after;
    return { subject, before: null, after: { po, supplier, code, ordered, expectedOn } };
  }
  const fields = (Object.keys(after) as (keyof PurchaseLine)[]).filter(
    (field) => field !== 'saidAt' && String(after[field]) !== String(before[field]),
  );
  const told = (line: PurchaseLine): JsonObject =>
    Object.fromEntries(fields.map((field) => [field, plain(line[field])]));
  return { subject, before: told(before), after: told(after), ...(reason !== undefined && { reason }) };
}

function plain(value: PurchaseLine[keyof PurchaseLine]): Json {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return String(value);
  return value as Json;
}
