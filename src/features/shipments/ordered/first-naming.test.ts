import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isOnServer, newContext, testDatabase } from '../../../../test/harness/database.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import { scanned, tells } from '../../../../test/harness/shipment-story.ts';
import { line, sale } from '../../../../test/harness/statements.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { tellOrders } from '../../orders/index.ts';
import { tellShipments } from '../index.ts';

const { prisma } = await testDatabase();
const at = '2026-11-27T15:30:00Z';
const order = [sale('2026-11-23 10:00', [line('A', 1)])];
const shipment = tells([scanned('2026-11-24 18:00', 'picked_up')], {
  tracking: 'JJD1',
  about: { orders: [{ number: '1042', channel: null }] },
});

// As in race.test.ts, with the first parcel of all that names an order.
test.runIf(isOnServer).each(['the order is told first', 'the shipment is told first'])(
  'an order and the first shipment that names one, told at once, find each other: %s',
  async (which) => {
    const jobs = await jobGround({}, at);
    const ctx = await newContext({ at, workspace: jobs.workspace });
    const drain = async () => await keepDrain(jobs.ground, prisma).drain(jobs.workspace.id);
    const tellsOrder = async (own: typeof ctx) =>
      void (await tellOrders.call(asSystem(own, 'shop'), { statements: [...order] }));
    const tellsShipment = async (own: typeof ctx) =>
      void (await tellShipments.call(asSystem(own, 'easypost'), { statements: [shipment] }));
    const [holds, comes] =
      which === 'the order is told first' ? [tellsOrder, tellsShipment] : [tellsShipment, tellsOrder];
    let coming: Promise<void> = Promise.resolve();
    await inUnit(asSystem(ctx, 'test'), {}, async (unit) => {
      await holds(asSystem({ ...unit }, 'test'));
      coming = comes(ctx);
      // It may wait for the other to end; where it does not, its work is done before that.
      await Promise.race([coming, setTimeout(300)]);
      await drain();
    });
    await coming;
    await drain();
    const where = { workspaceId: ctx.workspace.id };
    expect(await prisma.shipment.findMany({ where })).toMatchObject([{ orderNumber: '#1042' }]);
  },
);
