import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { isOnServer, newContext, testDatabase } from '../../../../test/harness/database.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import { line, says } from '../../../../test/harness/statements.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { tellLevels } from '../../stock/index.ts';
import { tellOrders } from '../index.ts';

const { prisma } = await testDatabase();
const at = '2026-03-02T13:00:00Z';

// Whoever tells the order has read that the shelf is unknown, and is not committed when the first walk over its open lines
// has ended. Two transactions at a time need PostgreSQL.
test.runIf(isOnServer)(
  'first levels that come while an order is being told book it within two minutes',
  async () => {
    const jobs = await jobGround({}, at);
    const ctx = await newContext({ at, workspace: jobs.workspace });
    const given = builders(prisma, ctx.workspace, ctx.now);
    const skuId = await given.sku('MUG-01');
    const locationId = await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
    const drain = async () => await keepDrain(jobs.ground, prisma).drain(jobs.workspace.id);
    const order = says('2026-03-02T09:00:00Z', {
      order: { channel: 'shop', number: '#1042', external: null },
      header: {
        kind: 'sale',
        currency: 'EUR',
        placedAt: new Date('2026-03-02T09:00:00Z'),
        location: { source: 'ours', kind: 'location', externalId: locationId },
      },
      lines: { tells: 'whole', of: [line('a', 3, { code: 'MUG-01' })] },
    });
    await inUnit(asSystem(ctx, 'shopify'), {}, async (unit) => {
      await tellOrders.call(asSystem({ ...unit }, 'shopify'), { statements: [order] });
      const levels = [{ skuId, locationId, available: 10, asOf: new Date('2026-03-02T08:00:00Z') }];
      await tellLevels.call(asSystem(ctx, '3pl'), { levels, reference: '3PL' });
      await drain();
    });
    jobs.clock.forward(2 * 60_000);
    await drain();
    const rows = await prisma.level.findMany({
      where: { workspaceId: ctx.workspace.id, quantity: { not: 0 } },
      orderBy: { bucket: 'asc' },
    });
    expect(rows.map(({ bucket, quantity }) => `${bucket} ${quantity}`)).toEqual([
      'available 7',
      'committed 3',
    ]);
  },
);
