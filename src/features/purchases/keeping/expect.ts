import type { MutationContext } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { expectReceipts } from '../../stock/index.ts';
import type { PurchaseLine } from '../line/model.ts';
import { receiptOf } from '../line/receipt-rules.ts';

interface Changed {
  readonly before: PurchaseLine | null;
  readonly after: PurchaseLine;
}

type Moved = NonNullable<Parameters<typeof expectReceipts.call>[1]['moved']>;

/** Tells stock what these lines, which were written, let it expect. `moved`: who gave one of them another day. */
export async function expectOf(
  ctx: MutationContext,
  changed: readonly Changed[],
  moved?: Moved,
): Promise<void> {
  const all = changed.map(({ before, after }) => ({
    id: after.id,
    was: before && receiptOf(before),
    is: receiptOf(after),
  }));
  const receipts = all.flatMap(({ is }) => is ?? []);
  const ended = all.flatMap(({ id, was, is }) => (was && !is ? [id] : []));
  if (receipts.length === 0 && ended.length === 0) return;
  await expectReceipts.call(asSystem(ctx, 'purchases'), {
    kind: 'purchase',
    receipts,
    ended,
    ...(moved && { moved }),
  });
}
