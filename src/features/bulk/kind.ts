import { z } from 'zod';
import type { Approved } from '../../core/declare/approval.ts';
import { bulkOf } from '../../core/declare/lists/bulk.ts';
import { listingOf } from '../../core/declare/lists/listing.ts';
import type { MutationContext, QueryContext } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { isInTransaction } from '../../core/runtime/unit.ts';
import { count } from '../../core/text/sentence.ts';
import { defineApproval, type Reading } from '../../core/tokens/approval.ts';
import { bulkJob } from './job.ts';
import { findSelection, firstLabels, holdSelection, insertRun } from './store.ts';

const shownLabels = 5;

/** One act on every row of a selection, which the request freezes. */
export const bulkKind = defineApproval({
  id: 'bulk.act',
  title: 'Act on many',
  request: z.object({ selection: z.uuid(), action: z.string(), params: z.record(z.string(), z.unknown()) }),
  facts: z.object({
    asks: z.string(),
    count: z.int(),
    first: z.array(z.string()),
    lines: z.array(z.tuple([z.string(), z.string()])),
  }),
  measures: ['quantity'],
  rules: [
    { name: 'up to 50 at once', quantityAtMost: 50, by: null, breakGlass: true },
    { name: 'more than 50 at once', by: { role: 'lead', needs: 1 }, breakGlass: true },
  ],
  expiresInWorkingHours: 8,
  undoMinutes: 0,
});

type Request = z.output<typeof bulkKind.request>;
type Facts = z.output<typeof bulkKind.facts>;

export async function readBulk(ctx: QueryContext, request: Request): Promise<Reading<Facts>> {
  const { selection: id, action, params } = request;
  const selection = await (isInTransaction(ctx) ? holdSelection(ctx.tx, id) : findSelection(ctx.scope, id));
  if (!selection) throw new Refusal('not-found', 'That selection no longer exists.');
  if (selection.isUsed) throw new Refusal('conflict', 'Somebody has acted on this selection already.');
  const { one } = listingOf(ctx, selection.kind).kind;
  const { acting } = bulkOf(ctx, action);
  const { asks, lines = [] } = acting.tell(count(selection.count, one), params);
  const first = await firstLabels(ctx.scope, id, shownLabels);
  return {
    facts: {
      asks,
      count: selection.count,
      first: [...first],
      lines: lines.map(([label, value]) => [label, value]),
    },
    // What is done once is one thing, however many rows stand behind it.
    measure: {
      subject: id,
      quantity: acting.on === 'all' ? 1 : selection.count,
      amountMinor: null,
      location: null,
      supplier: null,
    },
  };
}

/** Begins the run; a job does the rows. */
export async function runBulkRequest(
  ctx: MutationContext,
  { selection, action, params }: Request,
  { asks, count: rows }: Facts,
  { number }: Approved,
) {
  const id = ctx.ids.uuid(ctx.now);
  await insertRun(ctx.tx, { id, selectionId: selection, action, params, approval: number, now: ctx.now });
  return {
    said: `It has begun: ${asks}. The result comes to the direct messages of whoever asked.`,
    changes: [{ subject: { kind: 'bulk run', id }, before: null, after: { action, rows, approval: number } }],
    jobs: [bulkJob.with({ run: id })],
  };
}
