import type { Context } from '../../src/core/runtime/context.ts';
import { nothingPending } from '../../src/core/runtime/effects.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { post, state } from '../../src/features/stock/ledger/post.ts';
import { moment, type RaceShelf, stepsOf } from './ledger-model.ts';

/** One process's steps of a round, each a transaction that is not repeated: a deadlock would be the outcome. */
export async function tellLedger(
  db: OpenDatabase,
  ctx: Context,
  { round, who }: { readonly round: number; readonly who: string },
): Promise<string> {
  const { prisma } = db;
  const skus = new Map((await prisma.sku.findMany()).map(({ code, id }) => [code, id]));
  const places = new Map((await prisma.location.findMany()).map(({ code, id }) => [code, id]));
  const shelf = ({ sku, location, bucket }: RaceShelf) => ({
    skuId: skus.get(sku) ?? '',
    locationId: places.get(location) ?? '',
    bucket,
  });
  const by = { kind: 'system', id: who };
  // They tell it on the evening of the day itself: statements are forgotten after 60 days.
  const now = moment(1_000);
  for (const { entries, statements } of stepsOf(round, who))
    await ctx.engine.database.transaction(ctx.workspace.id, async (tx) => {
      if (statements.length > 0)
        await state(
          { ...ctx, tx, now, pending: nothingPending() },
          statements.map((one) => ({ ...shelf(one), quantity: one.quantity, asOf: one.at })),
          { cause: 'import', reference: null, source: who },
        );
      else
        await post(
          { ...ctx, tx, now, pending: nothingPending() },
          entries.map(({ at, legs }) => ({
            cause: legs.length > 1 ? 'transfer' : 'adjustment',
            reference: null,
            note: null,
            by,
            occurredAt: at,
            legs: legs.map((leg) => ({ ...shelf(leg), quantity: leg.quantity })),
          })),
        );
    });
  return 'told';
}
