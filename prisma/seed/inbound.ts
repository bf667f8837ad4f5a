import { z } from 'zod';
import { mutation } from '../../src/core/runtime/operation.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { dayAt } from '../../src/core/time/wall-clock.ts';
import { defineInternal } from '../../src/core/tokens/permission.ts';
import { locations } from '../../src/features/locations/index.ts';
import { tellPurchaseLines } from '../../src/features/purchases/index.ts';
import { isFirst } from './sql.ts';

/**
 * Order, line, supplier, mode, SKU and title; pieces and value in cents; days from today on which it is promised, sent and
 * delivered. What of the sample is out of stock or low comes in them, and two are overdue.
 */
const lines = [
  ['4711', '1', 'Flax Brothers', 'Truck', 'THROW-01', 'Wool throw, sea blue', 84, 189_000, -6, -13, null],
  ['4711', '2', 'Flax Brothers', 'Truck', 'CUSH-05', 'Linen cushion, terracotta', 60, 52_800, 4, null, null],
  ['4712', '1', 'Wick Works', 'Truck', 'CANDLE-01', 'Scented candle, sea blue', 96, 37_440, -2, -8, null],
  ['4712', '2', 'Wick Works', 'Truck', 'SOAP-02', 'Olive soap, sand', 72, 12_960, 5, null, null],
  ['4713', '1', 'Kiln & Clay', 'Truck', 'BOWL-02', 'Serving bowl, sand', 60, 46_800, 3, -1, null],
  ['4713', '2', 'Kiln & Clay', 'Air', 'MUG-01', 'Stoneware mug, sea blue', 120, 50_400, 6, null, null],
  ['4714', '1', 'Elbe Glass', 'Truck', 'VASE-03', 'Glass vase, slate', 48, 46_080, 1, -2, null],
  ['4715', '1', 'Nordlicht', 'Ocean', 'LAMP-05', 'Table lamp, terracotta', 60, 111_000, 19, -12, null],
  ['4715', '2', 'Nordlicht', 'Ocean', 'LAMP-01', 'Table lamp, sea blue', 96, 177_600, 19, -12, null],
  ['4716', '1', 'Timber Lane', 'Truck', 'BASKET-03', 'Seagrass basket, slate', 60, 67_800, 9, null, null],
  ['4698', '1', 'Kiln & Clay', 'Truck', 'MUG-01', 'Stoneware mug, sea blue', 120, 50_400, -20, -27, -20],
  ['4698', '2', 'Kiln & Clay', 'Truck', 'PLATE-01', 'Dinner plate, sea blue', 90, 45_900, -20, -27, -19],
  ['4701', '1', 'Wick Works', 'Truck', 'CANDLE-02', 'Scented candle, sand', 96, 37_440, -17, -21, -17],
  ['4703', '1', 'Flax Brothers', 'Truck', 'THROW-01', 'Wool throw, sea blue', 48, 108_000, -31, -38, -26],
  [
    '4705',
    '1',
    'Paper Quay',
    'Truck',
    'CARD-01',
    'Greeting cards, set of six, sea blue',
    200,
    42_000,
    -12,
    -14,
    -12,
  ],
  // Whoever typed it took one day for the other.
  ['4706', '1', 'Hearth Foundry', 'Ocean', 'TPOT-01', 'Cast iron teapot, sea blue', 36, 60_480, -9, -7, -9],
] as const;

const saidDaysAgo = 40;

/** What the sample's ERP says of its purchase orders, once. False: it has said so before. */
export const tellInbound = mutation({
  name: 'seed.inbound',
  permission: defineInternal({ key: 'seed.inbound', to: 'tell of the sample’s purchase orders' }),
  input: z.object({}),
  async run(ctx) {
    if (!(await isFirst(ctx.tx, 'seed of purchases'))) return { result: false, changes: [] };
    const today = dayAt(ctx.workspace.timeZone, ctx.now);
    const on = (days: number | null) => (days === null ? null : today.add({ days }).toString());
    const hamburg = (await locations(ctx.tx)).find(({ code }) => code === 'HAM')?.id ?? null;
    const statements = lines.map(
      ([po, line, supplier, mode, code, title, ordered, minor, promised, sent, delivered]) => ({
        source: 'ERP',
        po: `PO-${po}`,
        line,
        saidAt: new Date(ctx.now.getTime() - saidDaysAgo * 86_400_000),
        supplier,
        mode,
        country: 'DE',
        code,
        title,
        locationId: hamburg,
        ordered,
        received: delivered === null ? 0 : ordered,
        sentOn: on(sent),
        promisedOn: on(promised),
        deliveredOn: on(delivered),
        value: { minor: BigInt(minor), currency: 'EUR' },
      }),
    );
    const moved = [
      // The throws were said to come in the next week, and the lamps' ship waits.
      { po: 'PO-4711', line: '1', ordered: 84, promisedOn: on(-1) },
      { po: 'PO-4715', line: '1', ordered: 60, promisedOn: on(26) },
      { po: 'PO-4715', line: '2', ordered: 96, promisedOn: on(26) },
    ].map((one) => ({ ...one, source: 'ERP', saidAt: new Date(ctx.now.getTime() - 5 * 86_400_000) }));
    const system = asSystem(ctx, 'purchases');
    await tellPurchaseLines.call(system, { statements });
    await tellPurchaseLines.call(system, { statements: moved });
    return { result: true, changes: [] };
  },
});
