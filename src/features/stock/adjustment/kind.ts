import { z } from 'zod';
import type { Approved } from '../../../core/declare/approval.ts';
import type { MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { isInTransaction } from '../../../core/runtime/unit.ts';
import { number } from '../../../core/text/quantity.ts';
import { defineApproval, type Reading } from '../../../core/tokens/approval.ts';
import { renewApprovals } from '../../approvals/index.ts';
import { businessDay } from '../card/demand-rules.ts';
import { totalsOf } from '../card/rules.ts';
import { findCard } from '../card/store.ts';
import { askOutside } from '../entering/ask.ts';
import { post } from '../ledger/post.ts';
import { holdPlace, quantitiesOf } from '../ledger/store.ts';
import { unitsToEnter } from '../outside/store.ts';
import { outsideOutcome, ownerChanged } from '../outside/words.ts';
import { skuWatch } from '../watching/sku-watch.ts';
import { adjustSentences } from './refusals.ts';
import {
  type Adjustment,
  type AdjustmentFacts,
  adjustCauses,
  isOutside,
  legsOf,
  whyNotAdjust,
} from './rules.ts';
import { findCost, listLocations } from './store.ts';

/** A correction of one SKU's available stock at one location. */
export const adjustmentKind = defineApproval({
  id: 'stock.adjustment',
  title: 'Stock adjustment',
  request: z.object({
    skuId: z.uuid(),
    locationId: z.uuid(),
    quantity: z.int(),
    cause: z.enum(adjustCauses),
  }),
  facts: z.object({
    code: z.string(),
    title: z.string(),
    location: z.string(),
    locationCode: z.string(),
    available: z.int(),
    damaged: z.int(),
    closed: z.boolean().optional(),
    kind: z.string().optional(),
    record: z.string().optional(),
    toEnter: z.int().optional(),
    availableInAll: z.int(),
    recentUnits: z.number(),
    demandOver: z.number().optional(),
    unitCost: z.string().nullable(),
    currency: z.string(),
  }),
  measures: ['quantity', 'amount', 'location', 'supplier'],
  rules: [
    { name: 'small adjustment', dayQuantityAtMost: 5, dayAmountAtMost: 50, by: null, breakGlass: true },
    { name: 'adjustment', dayAmountAtMost: 500, by: { role: 'lead', needs: 1 }, breakGlass: true },
    { name: 'large adjustment', by: { role: 'manager', needs: 1 }, breakGlass: true, directly: true },
  ],
  expiresInWorkingHours: 8,
  undoMinutes: 15,
});

export async function readAdjustment(
  ctx: QueryContext,
  request: Adjustment,
): Promise<Reading<AdjustmentFacts>> {
  const { skuId, locationId, quantity } = request;
  if (isInTransaction(ctx)) await holdPlace(ctx.tx, { skuId, locationId });
  const card = await findCard(ctx.scope, skuId, businessDay(ctx));
  const cost = await findCost(ctx.scope, skuId);
  const location = (await listLocations(ctx.scope)).find(({ id }) => id === locationId);
  if (!card || !cost) throw new Refusal('not-found', 'That SKU is no longer in the catalogue.');
  if (!location) throw new Refusal('not-found', 'That location no longer exists.');
  const quantities = await quantitiesOf(ctx.scope, skuId, locationId);
  // A cost in another currency cannot be compared with a limit in the shop's.
  const comparable = cost.unitCost !== null && cost.currency === ctx.workspace.currency;
  return {
    facts: {
      code: card.code,
      title: card.title,
      location: location.name,
      locationCode: location.code,
      available: quantities.get('available') ?? 0,
      damaged: quantities.get('damaged') ?? 0,
      closed: !location.active,
      kind: location.kind,
      record: location.record,
      toEnter: await unitsToEnter(ctx.scope, skuId, locationId),
      availableInAll: totalsOf(card).available,
      recentUnits: card.recentUnits,
      demandOver: card.demandOver,
      ...cost,
    },
    measure: {
      subject: skuId,
      quantity: Math.abs(quantity),
      amountMinor: comparable ? BigInt(cost.unitCost) * BigInt(Math.abs(quantity)) : null,
      location: location.code,
      supplier: card.supplier,
    },
  };
}

/**
 * Writes the ledger entry and the levels, or raises the task to enter the change outside, whoever keeps the numbers by
 * now. Watches of the SKU are notified.
 */
export async function runAdjustment(
  ctx: MutationContext,
  request: Adjustment,
  facts: AdjustmentFacts,
  approved: Approved,
) {
  const no = whyNotAdjust(request, facts);
  if (no) throw new Refusal('conflict', adjustSentences[no](request, facts));
  const { skuId, locationId, quantity, cause } = request;
  const turned = adjustmentKind.facts.safeParse(approved.seen).data?.record ?? 'ours';
  const since =
    turned === (facts.record ?? 'ours') ? '' : ownerChanged(facts.location, facts.record ?? 'ours');
  if (isOutside(facts)) return await runOutside(ctx, request, facts, approved, since);
  await post(ctx, [
    {
      cause: 'adjustment',
      reference: `approval ${approved.number}: ${cause}`,
      note: approved.why,
      by: { kind: 'person', id: approved.requesterId },
      occurredAt: ctx.now,
      legs: legsOf(request).map((leg) => ({ ...leg, skuId, locationId })),
      onPresent: true,
    },
  ]);
  const after = facts.available + quantity;
  return {
    said: `${since}${facts.code} in ${facts.location}: ${number(after)} available, was ${number(facts.available)}.`,
    changes: [
      {
        subject: { kind: 'level', id: `${skuId} ${locationId}` },
        before: { available: facts.available },
        after: { available: after, approval: approved.number },
        reason: cause,
      },
    ],
    notifications: await skuWatch.follow(ctx, [skuId]),
    due: await renewApprovals(ctx, [skuId]),
  };
}

/** Nothing is booked where an outside system keeps the numbers. */
async function runOutside(
  ctx: MutationContext,
  { skuId, locationId, quantity, cause }: Adjustment,
  facts: AdjustmentFacts,
  approved: Approved,
  since: string,
) {
  const { code, title, location, locationCode, available, kind = '', toEnter = 0 } = facts;
  const wish = {
    sku: { id: skuId, code, title },
    location: { id: locationId, name: location, code: locationCode, kind },
    available,
    quantity,
    damaged: cause === 'damaged' ? -quantity : 0,
    cause,
  };
  const { issueNumber } = await askOutside(ctx, wish, approved);
  const after = available + toEnter + quantity;
  return {
    said: `${since}${outsideOutcome({ code, location, kind, quantity, available, after, issueNumber })}`,
    changes: [
      {
        subject: { kind: 'outside change', id: approved.id },
        before: null,
        after: { quantity, issue: issueNumber, approval: approved.number },
        reason: cause,
      },
    ],
    notifications: await skuWatch.follow(ctx, [skuId]),
    due: await renewApprovals(ctx, [skuId]),
  };
}
