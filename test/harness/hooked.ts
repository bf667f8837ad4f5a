import { expect } from 'vitest';
import { type Ids, randomIds } from '../../src/core/runtime/ids.ts';
import { exactJson } from '../../src/core/text/exact-json.ts';
import { handleDelivery } from '../../src/features/sources/deliveries/model.ts';
import { aboutDelivery } from '../../src/features/sources/receiving/about.ts';
import type { HeardKind } from '../../src/features/sources/source/model.ts';
import { keepDrain } from '../../src/jobs/drain/drain.ts';
import { newContext, testDatabase } from './database.ts';
import { jobGround } from './jobs.ts';
import { openReceiver, signed, sourceOf } from './webhooks.ts';

/** One delivery, as its sender posts it. */
export interface Sent {
  readonly kind: HeardKind;
  readonly topic: string;
  readonly body: string | Uint8Array;
  /** The sender's id of it; absent: none. */
  readonly id?: string;
}

/**
 * A workspace whose sources are received over HTTP, and handled when the test says so. Its sources have the ids of every
 * other such workspace, so that what is stored of both can be compared.
 */
export async function openHooked(at: string, kinds: readonly HeardKind[]) {
  const { ground, workspace, clock } = await jobGround({}, at);
  const ctx = await newContext({ at, workspace });
  const { prisma } = await testDatabase();
  const sources = new Map<HeardKind, Awaited<ReturnType<typeof sourceOf>>>();
  for (const [n, kind] of kinds.entries())
    sources.set(kind, await sourceOf({ ...ctx, ids: firstOf(sourceId(n)) }, kind));
  const receiver = await openReceiver(ctx, clock);
  const where = { workspaceId: workspace.id };
  const pathOf = (kind: HeardKind) => sources.get(kind)?.path ?? '';
  return {
    ctx: () => ({ ...ctx, now: clock.now() }),
    clock,
    prisma,
    where,
    receiver,
    sourceId: (kind: HeardKind) => sources.get(kind)?.id ?? '',
    pathOf,
    /** Takes the headers as they are signed, or as `headers` has them. */
    async posts({ kind, body, ...more }: Sent, headers = signed(kind, body, { ...more, at: clock.now() })) {
      return (await receiver.post(pathOf(kind), body, headers)).status;
    },
    /** Received, and not handled yet. */
    async receives(sent: Sent) {
      expect(await this.posts(sent)).toBe(200);
    },
    /** Many at once, as the receiver would have written them down. */
    async stores(all: readonly Sent[]) {
      const rows = all.map(({ kind, topic, body }) => {
        const source = sources.get(kind);
        if (!source) throw new Error(`There is no ${kind}.`);
        const bytes = Buffer.from(body);
        const said = { topic, deliveryId: null, triggeredAt: null };
        const about = aboutDelivery(source, said, exactJson(bytes.toString()));
        const id = randomIds.uuid(clock.now());
        return { id, source, bytes, topic, subjectKey: about?.subjectKey ?? '' };
      });
      const when = clock.now();
      await prisma.webhookDelivery.createMany({
        data: rows.map(({ id, source, bytes, topic, subjectKey }) => ({
          ...{ ...where, id, sourceId: source.id, deliveryKey: id, topic, subjectKey, body: bytes },
          ...{ sha256: '', receivedAt: when, state: 'stored', attempts: 0 },
        })),
      });
      await prisma.work.createMany({
        data: rows.map(({ id, source, subjectKey }) => ({
          ...{ ...where, id, kind: handleDelivery.id, subject: `${source.id} ${subjectKey}` },
          ...{
            data: { delivery: id },
            state: 'waiting',
            queuedAt: when,
            dueAt: when,
            attempts: 0,
            correlationId: id,
          },
        })),
      });
    },
    drain: async () => await keepDrain(ground, prisma).drain(workspace.id),
    async states() {
      const rows = await prisma.webhookDelivery.findMany({
        where,
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(
        ({ topic, state, reason }) => `${topic} ${state}${reason === null ? '' : `: ${reason}`}`,
      );
    },
  };
}
export type Hooked = Awaited<ReturnType<typeof openHooked>>;

const sourceId = (n: number) => `01961b1c-0000-7000-8000-${String(n + 1).padStart(12, '0')}`;

/** Random ids after this one. */
function firstOf(id: string): Ids {
  let isGiven = false;
  return {
    ...randomIds,
    uuid: (now) => {
      if (isGiven) return randomIds.uuid(now);
      isGiven = true;
      return id;
    },
  };
}
