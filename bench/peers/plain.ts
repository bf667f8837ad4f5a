// The same answer as a competent developer would write it first: Bolt, Prisma's models, one file. It checks no
// permission, knows no members, searches nothing and handles no errors.
import './agent.ts';
import { PrismaPg } from '@prisma/adapter-pg';
import type { KnownBlock } from '@slack/types';
import { PrismaClient } from '../../src/db/generated/client.ts';
import { plainBolt } from './bolt.ts';

const pool = {
  ...JSON.parse(process.env.BENCH_CONNECTION ?? '{}'),
  max: Number(process.env.DATABASE_POOL_SIZE),
};
const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
const { id: workspaceId } = await prisma.workspace.findFirstOrThrow();
const app = plainBolt();

app.command('/stock', async ({ command, ack }) => {
  const codeKey = command.text.trim().toUpperCase();
  const sku = await prisma.sku.findUnique({
    where: { workspaceId_codeKey: { workspaceId, codeKey } },
    include: {
      levels: { include: { location: true } },
      legs: { include: { entry: true, location: true }, orderBy: { occurredAt: 'desc' }, take: 1 },
    },
  });
  if (!sku) return await ack(`No SKU fits ${codeKey}`);
  const since = new Date(Date.now() - 28 * 86_400_000);
  const { _sum: sold } = await prisma.orderLine.aggregate({
    where: { workspaceId, skuId: sku.id, placedAt: { gte: since } },
    _sum: { ordered: true, cancelled: true },
  });
  const perDay = ((sold.ordered ?? 0) - (sold.cancelled ?? 0)) / 28;
  const places = [...new Map(sku.levels.map((level) => [level.locationId, level.location])).values()];
  const sum = (buckets: string[], place?: string) =>
    sku.levels
      .filter((level) => buckets.includes(level.bucket) && (!place || level.locationId === place))
      .reduce((total, level) => total + level.quantity, 0);
  const held = ['reserved', 'damaged', 'safety_stock', 'quality_control'];
  const day = (at: Date) =>
    at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const row = (name: string, place?: string) => {
    const incoming = sku.levels.filter((l) => l.bucket === 'incoming' && (!place || l.locationId === place));
    const [next] = incoming.flatMap((level) => level.expectedOn ?? []).sort((a, b) => Number(a) - Number(b));
    const cells = [['available'], ['committed'], held].map((buckets) =>
      sum(buckets, place).toLocaleString('en-GB'),
    );
    return [
      name,
      ...cells,
      `${sum(['incoming'], place).toLocaleString('en-GB')}${next ? ` (${day(next)})` : ''}`,
    ];
  };
  const rows = [
    ['Location', 'Available', 'Committed', 'Unavailable', 'Incoming'],
    ...places.sort((a, b) => a.position - b.position).map((place) => row(place.name, place.id)),
    row('All locations'),
  ];
  const [last] = sku.legs;
  const finding = `${sum(['available']).toLocaleString('en-GB')} available`;
  const facts = [
    `*Cover*\n${perDay > 0 ? `${Math.floor(sum(['available']) / perDay)} days` : 'no sales'}`,
    `*Last movement*\n${last ? `${last.occurredAt.toISOString()}: ${last.entry.cause} ${last.quantity}, ${last.location.name}` : 'none'}`,
    `*Reorder point*\n${sku.reorderPoint ?? 'not set'}`,
    `*Supplier*\n${sku.supplier ?? 'not known'}`,
    `*Barcode*\n${sku.barcode ?? 'none'}`,
  ];
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: `${sku.code} · ${sku.title}` } },
    { type: 'section', text: { type: 'mrkdwn', text: `*${finding}*` } },
    { type: 'table', rows: rows.map((cells) => cells.map((text) => ({ type: 'raw_text', text }))) },
    { type: 'section', fields: facts.map((text) => ({ type: 'mrkdwn', text })) },
    {
      type: 'actions',
      elements: ['share', 'refresh'].map((word) => ({
        type: 'button',
        action_id: word,
        text: { type: 'plain_text', text: word },
        value: sku.id,
      })),
    },
  ];
  return await ack({ response_type: 'ephemeral', text: `${sku.code}: ${finding}`, blocks });
});

await app.start();
