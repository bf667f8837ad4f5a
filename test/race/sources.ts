import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Workspace } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { createEngine } from '../../src/engine.ts';
import { handleDelivery } from '../../src/features/sources/deliveries/model.ts';
import { keepDrain } from '../../src/jobs/drain/drain.ts';
import { createLog } from '../../src/log.ts';

/** What one batch takes. */
const half = handleDelivery.together / 2;

const pathOf = (name: string) => name.padEnd(22, '-');
const bodyOf = (n: number, by: string) =>
  JSON.stringify({
    topic: 'order',
    order: {
      id: `${by} ${n}`,
      number: String(1_000 + n),
      updated_at: '2026-03-01T09:00:00Z',
      placed_at: '2026-03-01T08:00:00Z',
      currency: 'EUR',
      lines: [{ id: `${n}`, sku: `SKU-${n % 5}`, quantity: 1, price: '10.00' }],
    },
  });

/**
 * Deliveries of two sources about the same orders: the first batch has the first half of the one and the second half of
 * the other, and the second batch has the rest.
 */
export async function twoSources(prisma: PrismaClient, workspaceId: string): Promise<void> {
  const at = new Date('2026-03-02T08:00:00Z');
  const sources = ['one', 'two'].map((name, n) => ({ name, number: n + 1, id: randomIds.uuid(at) }));
  await prisma.webhookSource.createMany({
    data: sources.map((source) => ({
      ...{
        ...source,
        workspaceId,
        kind: 'generic',
        path: pathOf(source.name),
        secretId: source.id,
        channel: 'shop',
      },
      ...{ settings: { currency: 'EUR', paths: {} }, state: 'on', createdAt: at },
    })),
  });
  await prisma.sku.createMany({
    data: Array.from({ length: 5 }, (_, n) => ({
      ...{ workspaceId, id: randomIds.uuid(at), code: `SKU-${n}`, codeKey: `SKU-${n}`, title: 'A mug' },
      ...{ currency: 'EUR', listed: true, source: 'race', updatedAt: at },
    })),
  });
  const [first = [], second = []] = [0, half].map((from) => Array.from({ length: half }, (_, n) => from + n));
  const [a, b] = sources as [(typeof sources)[number], (typeof sources)[number]];
  const told = [
    ...first.map((n) => ({ source: a, n })),
    ...second.map((n) => ({ source: b, n })),
    ...second.map((n) => ({ source: a, n })),
    ...first.map((n) => ({ source: b, n })),
  ];
  const rows = told.map(({ source, n }, place) => {
    const subjectKey = `order ${source.name} ${n}`;
    return { source, n, subjectKey, id: randomIds.uuid(at), dueAt: new Date(at.getTime() + place) };
  });
  await prisma.webhookDelivery.createMany({
    data: rows.map(({ source, n, subjectKey, id }) => ({
      ...{ workspaceId, sourceId: source.id, deliveryKey: id, id, topic: 'order', subjectKey },
      ...{
        body: Buffer.from(bodyOf(n, source.name)),
        sha256: '',
        receivedAt: at,
        state: 'stored',
        attempts: 0,
      },
    })),
  });
  await prisma.work.createMany({
    data: rows.map(({ source, subjectKey, id, dueAt }) => ({
      ...{ workspaceId, id, kind: handleDelivery.id, subject: `${source.id} ${subjectKey}` },
      ...{ data: { delivery: id }, state: 'waiting', queuedAt: at, dueAt, attempts: 0, correlationId: id },
    })),
  });
}

/** One process's part: handles what is there until nothing is left. */
export async function handleAll(db: OpenDatabase, workspace: Workspace): Promise<string> {
  const ground = {
    engine: createEngine(db, systemClock),
    clock: systemClock,
    ids: randomIds,
    log: createLog('error'),
    commandPrefix: '',
  };
  const { drain } = keepDrain(ground, db.prisma);
  const where = { workspaceId: workspace.id, kind: handleDelivery.id };
  while ((await db.prisma.work.count({ where })) > 0) await drain(workspace.id);
  return 'handled';
}
