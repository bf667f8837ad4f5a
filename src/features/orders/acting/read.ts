import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { isInTransaction } from '../../../core/runtime/unit.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { Reading } from '../../../core/tokens/approval.ts';
import { askedAbout } from '../../approvals/index.ts';
import { latestOfMatters } from '../../issues/index.ts';
import { locations } from '../../locations/index.ts';
import { actKinds, cancelKind } from './kinds.ts';
import { type ActFacts, type ActRequest, anyRequest, type Cancelling, matterOf, mostNamed } from './model.ts';
import { actLines, actRow, holdOrder, worthOf } from './store.ts';
import { untoldOf } from './untold.ts';
import { lineWords } from './words.ts';

/** How the order stands now. In a transaction it is held until that ends. */
export async function readAct(ctx: QueryContext, request: ActRequest): Promise<Reading<ActFacts>> {
  const { orderId } = request;
  if (isInTransaction(ctx)) await holdOrder(ctx.tx, orderId);
  const row = await actRow(ctx.scope, orderId);
  if (!row) throw new Refusal('not-found', 'That order no longer exists.');
  const keys = request.act === 'reship' ? request.lines : [];
  const { pieces, worth, left } = await worthOf(ctx.scope, orderId, keys);
  const goes = request.act === 'reship' ? await actLines(ctx.scope, orderId, mostNamed, keys) : [];
  const { customerReference, locationId, total, refunded, shipBy, deliveredAt, replacements, ...order } = row;
  const soFar = await actsSoFar(ctx.scope, [orderId]);
  const place = (await locations(ctx.scope)).find(({ id }) => id === locationId);
  // Another currency cannot be compared with a limit in the shop's.
  const isOurs = order.currency === ctx.workspace.currency;
  return {
    facts: {
      ...order,
      total: String(total),
      refunded: String(refunded),
      shipBy: shipBy?.toISOString() ?? null,
      location: place?.name ?? null,
      pieces,
      left,
      goes: goes.map(lineWords),
      today: dayIn(ctx.workspace.timeZone, ctx.now),
      worth: String(worth),
      deliveredOn: deliveredAt && dayIn(ctx.workspace.timeZone, deliveredAt),
      sentAgain: [...replacements.map((number) => `order ${number}`), ...sentAgainBy(soFar)],
      asked: await askedAmong(ctx.scope, orderId, soFar, request),
    },
    measure: {
      subject: orderId,
      // A customer who comes back has one limit, whatever the order; a guest has one for each.
      ...(request.act === 'refund' &&
        customerReference !== null && { totalBy: customerKey(order.channel, customerReference) }),
      quantity: quantityOf(request, pieces),
      amountMinor: isOurs ? amountOf(request, { total, worth }) : null,
      location: place?.code ?? null,
      supplier: null,
    },
  };
}

/** What is asked for of an order: see `ActFacts`. */
export async function askedOf(scope: Scope, orderId: string): Promise<ActFacts['asked']> {
  return await askedAmong(scope, orderId, await actsSoFar(scope, [orderId]), null);
}

/** Of each of these orders the cancellation that is asked for, or was done here and the shop has not told of. */
export async function cancellingAmong(
  scope: Scope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Cancelling>> {
  const { all, tasks } = await actsSoFar(scope, orderIds, [cancelKind.id]);
  const found = new Map<string, Cancelling>();
  for (const { id, subject, number, state } of all) {
    const task = tasks.get(matterOf(id));
    const isDone = state === 'done' && !task?.isOpen;
    if (found.has(subject) || (isDone && !wasDone(task))) continue;
    found.set(subject, { task: task?.number ?? null, approval: number, isDone });
  }
  return found;
}

type SoFar = Awaited<ReturnType<typeof actsSoFar>>;

/** All that was asked for of orders, each with how its task stands. */
async function actsSoFar(scope: Scope, orderIds: readonly string[], kinds = actKinds) {
  const all = (await askedAbout(scope, orderIds, kinds)).flatMap(({ request: asked, ...one }) => {
    const read = anyRequest.safeParse(asked);
    return read.success ? [{ ...one, asked: read.data }] : [];
  });
  const tasks = await latestOfMatters(
    scope,
    { what: 'order', refs: orderIds },
    all.map(({ id }) => matterOf(id)),
  );
  return { all, tasks };
}

/** The tasks by which it was sent again, or is about to be. */
function sentAgainBy({ all, tasks }: SoFar): readonly string[] {
  return all.flatMap(({ id, state, asked }) => {
    const task = tasks.get(matterOf(id));
    const counts = task !== undefined && (task.isOpen || wasDone(task));
    return asked.act === 'reship' && state === 'done' && counts ? [`task #${task.number}`] : [];
  });
}

async function askedAmong(
  scope: Scope,
  orderId: string,
  { all, tasks }: SoFar,
  request: ActRequest | null,
): Promise<ActFacts['asked']> {
  // While it is decided and run, the request stands among them.
  const own = all.find(({ state, asked }) => state !== 'done' && isDeepStrictEqual(asked, request));
  const untold = await untoldOf(
    scope,
    orderId,
    all.flatMap((one) => {
      const task = tasks.get(matterOf(one.id));
      return one.state === 'done' && wasDone(task) ? [{ ...one, endedAt: task?.endedAt ?? null }] : [];
    }),
  );
  return all.flatMap((one) => {
    const task = tasks.get(matterOf(one.id));
    const isDone = one.state === 'done' && !task?.isOpen;
    if (one === own || (isDone && !untold.has(one.id))) return [];
    const { act, reason } = one.asked;
    return {
      act,
      task: task?.number ?? null,
      approval: one.number,
      approvalId: one.id,
      reason,
      isDone,
      amountMinor: one.asked.act === 'refund' ? one.asked.amountMinor : null,
      on: 'on' in one.asked ? one.asked.on : null,
      lines: one.asked.act === 'reship' ? one.asked.lines : [],
    };
  });
}

/** Whether a task ended with what it asks for. */
function wasDone(
  task: { readonly isOpen: boolean; readonly resolution: string | null } | undefined,
): boolean {
  return (
    task !== undefined &&
    !task.isOpen &&
    !['duplicate', 'false alarm', 'will not be fixed'].includes(task.resolution ?? '')
  );
}

/** Pieces that go again, or the one order that is changed. */
function quantityOf({ act }: ActRequest, pieces: number): number | null {
  if (act === 'reship') return pieces;
  return act === 'refund' || act === 'cancel' ? null : 1;
}

function amountOf(request: ActRequest, order: { readonly total: bigint; readonly worth: bigint }): bigint {
  if (request.act === 'refund') return BigInt(request.amountMinor);
  const amount = request.act === 'reship' ? order.worth : order.total;
  return amount > 0n ? amount : 0n;
}

/** Tells customers apart without saying who they are. */
function customerKey(channel: string, reference: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([channel, reference]))
    .digest('base64url');
  return `customer ${digest.slice(0, 22)}`;
}
