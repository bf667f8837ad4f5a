import { expect, test } from 'vitest';
import { isOnServer, newContext, testDatabase } from '../../../../test/harness/database.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import { scanned, tells } from '../../../../test/harness/shipment-story.ts';
import { line, moment, parcel, sale, says } from '../../../../test/harness/statements.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { tellOrders } from '../../orders/index.ts';
import { tellShipments } from '../index.ts';

const { prisma } = await testDatabase();
const at = '2026-11-27T15:30:00Z';
const order = [
  sale('2026-11-23 10:00', [line('A', 1)]),
  says('2026-11-23 10:01', {
    facet: 'promise',
    promises: [{ kind: 'date', on: '2026-11-25', toldAt: moment('2026-11-23 10:01') }],
  }),
  parcel('1', '2026-11-24 12:00', 'A1'),
];
const shipment = tells([scanned('2026-11-24 18:00', 'picked_up')], { tracking: 'JJD1' });

// Neither transaction sees what the other writes, and all work of the first to commit is done before the other does. Two
// transactions at a time need PostgreSQL.
test.runIf(isOnServer).each(['the order commits last', 'the shipment commits last'])(
  'an order and its shipment that are told at once find each other: %s',
  async (which) => {
    const jobs = await jobGround({}, at);
    const ctx = await newContext({ at, workspace: jobs.workspace });
    const drain = async () => await keepDrain(jobs.ground, prisma).drain(jobs.workspace.id);
    const tellsOrder = async (own: typeof ctx) =>
      void (await tellOrders.call(asSystem(own, 'shop'), { statements: [...order] }));
    const tellsShipment = async (own: typeof ctx) =>
      void (await tellShipments.call(asSystem(own, 'easypost'), { statements: [shipment] }));
    const [last, first] =
      which === 'the order commits last' ? [tellsOrder, tellsShipment] : [tellsShipment, tellsOrder];
    await inUnit(asSystem(ctx, 'test'), {}, async (unit) => {
      await last(asSystem({ ...unit }, 'test'));
      await first(ctx);
      await drain();
    });
    await drain();
    const where = { workspaceId: ctx.workspace.id };
    expect(await prisma.shipment.findMany({ where })).toMatchObject([
      { orderNumber: '#1042', promiseUntil: moment('2026-11-26 00:00') },
    ]);
    expect(await prisma.order.findMany({ where })).toMatchObject([
      { stage: 'handed_over', handedOverAt: moment('2026-11-24 18:00') },
    ]);
  },
);
