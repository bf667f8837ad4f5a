import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { day } from '../../../core/time/shapes.ts';
import { skuFacts } from '../facts-model.ts';
import { expectReceiptsPermission } from '../permissions.ts';
import { type Receipt, receipt } from '../receipts/model.ts';
import { dropReceipts, holdReceipts, holdSkus, writeReceipts } from '../receipts/store.ts';
import { skuWatch } from '../watching/sku-watch.ts';
import { receiptMoved } from './notifications.ts';

/**
 * What is expected of suppliers, by name: `receipts` are written, those in `ended` are expected no longer. In the caller's
 * transaction; the same again changes nothing. `moved`: somebody says of one of them that it comes on another day, which those who
 * watch its SKU hear once.
 */
export const expectReceipts = mutation({
  name: 'stock.expect-receipts',
  permission: expectReceiptsPermission,
  input: z.object({
    kind: z.enum(['purchase']),
    receipts: z.array(receipt),
    ended: z.array(z.uuid()),
    moved: z
      .object({ id: z.uuid(), before: day.nullable(), reason: z.string().nullable(), by: z.string() })
      .optional(),
  }),
  async run(ctx, { kind, receipts, ended, moved }) {
    const { tx, now } = ctx;
    const before = new Map(
      (await holdReceipts(tx, [...receipts.map(({ id }) => id), ...ended])).map((one) => [one.id, one]),
    );
    const written = receipts.filter((one) => !isSame(one, before.get(one.id)));
    const dropped = ended.flatMap((id) => before.get(id) ?? []);
    const was = written.flatMap(({ id }) => before.get(id) ?? []);
    const skuIds = [...new Set([...written, ...was, ...dropped].map(({ skuId }) => skuId))];
    if (skuIds.length === 0) return { result: null, changes: [] };
    await holdSkus(tx, skuIds);
    await writeReceipts(tx, kind, written, now);
    await dropReceipts(
      tx,
      dropped.map(({ id }) => id),
    );
    const one = moved && written.find(({ id }) => id === moved.id);
    const told = one
      ? await skuWatch.tell(ctx, one.skuId, (place, below) =>
          receiptMoved.about(
            ctx.ids.uuid(now),
            place,
            {
              ...one,
              units: one.quantity - one.received,
              before: moved.before,
              why: moved.reason,
              by: moved.by,
            },
            below,
          ),
        )
      : [];
    return {
      result: null,
      // Whoever calls it has written down what of the line is another now.
      changes: [],
      facts: skuFacts.changed(skuIds),
      notifications: [...(await skuWatch.follow(ctx, skuIds)), ...told],
    };
  },
});

const isSame = (a: Receipt, b: Receipt | undefined): boolean =>
  b !== undefined && (Object.keys(a) as (keyof Receipt)[]).every((field) => a[field] === b[field]);
