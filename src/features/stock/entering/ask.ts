import type { Approved } from '../../../core/declare/approval.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { number, signed } from '../../../core/text/quantity.ts';
import { raiseIssue } from '../../issues/index.ts';
import { colleagues } from '../../people/index.ts';
import { matterOf } from '../outside/matter.ts';
import { insertChange } from '../outside/store.ts';
import { sourceWords } from '../outside/words.ts';

/** A change that was approved for a place whose numbers an outside system keeps. */
interface Wish {
  readonly sku: { readonly id: string; readonly code: string; readonly title: string };
  readonly location: {
    readonly id: string;
    readonly name: string;
    readonly code: string;
    readonly kind: string;
  };
  readonly available: number;
  /** Signed units of what is available. */
  readonly quantity: number;
  /** Signed units that go into or out of the damaged ones with it. */
  readonly damaged: number;
  readonly cause: string;
}

/** Raises the task to enter the change outside, and keeps it until the numbers agree. Nothing is booked. */
export async function askOutside(
  ctx: MutationContext,
  { sku, location, available, quantity, damaged, cause }: Wish,
  { id, number: approval, requesterId, why }: Approved,
): Promise<{ readonly issueId: string; readonly issueNumber: number }> {
  const source = sourceWords(location.kind);
  const requester = (await colleagues(ctx.tx)).find((one) => one.id === requesterId);
  const also = damaged === 0 ? '' : ` and ${signed(damaged)} damaged`;
  const { issue } = await raiseIssue.call(ctx, {
    title: `Enter ${signed(quantity)} × ${sku.code} in ${source}, ${location.name} (${cause})`,
    details: [
      `1. Open ${source} and look up ${sku.code} ${sku.title} in ${location.name} (${location.code}).`,
      `2. Enter ${signed(quantity)} available${also}. It had ${number(available)} available when this was asked: that makes ${number(available + quantity)}, unless something else has moved.`,
      '3. Press Done here. The task is done by itself as soon as the numbers from there show the change.',
      ...(why ? [`Why: ${why}`] : []),
    ].join('\n'),
    kind: 'task',
    severity: 'normal',
    department: location.kind === 'marketplace' ? 'management' : 'warehouse',
    links: [
      { what: 'sku', ref: sku.id, label: `${sku.code} ${sku.title}`.slice(0, 150), url: null },
      { what: 'location', ref: location.id, label: location.name, url: null },
      { what: 'approval', ref: id, label: `Approval ${approval}`, url: null },
    ],
    source: 'stock',
    matter: matterOf(id),
    otherwise: requester?.slackUserId ?? null,
  });
  await insertChange(ctx.tx, {
    id,
    skuId: sku.id,
    locationId: location.id,
    quantity,
    cause,
    told: available,
    requesterId,
    askedAt: ctx.now,
    issueId: issue.id,
    issueNumber: issue.number,
  });
  return { issueId: issue.id, issueNumber: issue.number };
}
