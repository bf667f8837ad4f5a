import type { Workspace } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { codeKey, numberKey } from '../../src/core/text/code-key.ts';
import type { Prisma, PrismaClient } from '../../src/db/generated/client.ts';
import { foldVersion } from '../../src/features/orders/fold/model.ts';

type Row<Create> = Partial<Omit<Create, 'workspaceId' | 'orderId'>>;

interface OrderRows extends Omit<Row<Prisma.OrderUncheckedCreateInput>, 'lines' | 'fulfilments'> {
  readonly lines?: readonly (Row<Prisma.OrderLineUncheckedCreateInput> & {
    readonly code: string;
    readonly ordered: number;
  })[];
  readonly parcels?: readonly (Row<Prisma.FulfilmentUncheckedCreateInput> & {
    readonly externalId: string;
    readonly state: string;
  })[];
  readonly holds?: readonly (Row<Prisma.OrderHoldUncheckedCreateInput> & { readonly from: Date })[];
  readonly promises?: readonly (Row<Prisma.OrderPromiseUncheckedCreateInput> & { readonly until: Date })[];
  readonly refunds?: readonly (Row<Prisma.RefundUncheckedCreateInput> & { readonly amountMinor: bigint })[];
  readonly milestones?: readonly (Row<Prisma.OrderMilestoneUncheckedCreateInput> & {
    readonly what: string;
    readonly at: Date;
  })[];
}

/** Inserts orders with all their rows directly, as if a source had told them. Returns the order's id. */
export function givenOrders(prisma: PrismaClient, workspace: Workspace, now: () => Date) {
  const { id: workspaceId, currency } = workspace;
  return async (number: string, rows: OrderRows = {}): Promise<string> => {
    const {
      lines = [],
      parcels = [],
      holds = [],
      promises = [],
      refunds = [],
      milestones = [],
      ...header
    } = rows;
    const orderId = randomIds.uuid(now());
    const own = { workspaceId, orderId };
    const placedAt = (header.placedAt as Date | undefined) ?? now();
    await prisma.order.create({
      data: {
        workspaceId,
        id: orderId,
        number,
        numberKey: numberKey(number),
        kind: 'sale',
        channel: 'shopify',
        currency,
        stage: 'placed',
        placedAt,
        onHold: holds.some(({ until = null }) => until === null),
        source: 'test',
        updatedAt: now(),
        saidAt: now(),
        foldVersion,
        ...header,
      },
    });
    await prisma.orderLine.createMany({
      data: lines.map((line, i) => ({
        ...own,
        ordinal: i,
        lineKey: `n:${i}`,
        title: `Title of ${line.code}`,
        kind: 'goods',
        originalQuantity: line.ordered,
        dueQuantity: line.ordered,
        allocated: 0,
        picked: 0,
        shipped: 0,
        cancelled: 0,
        refunded: 0,
        open: line.ordered - (line.cancelled ?? 0) - (line.shipped ?? 0),
        unitPriceMinor: 1000n,
        placedAt,
        ...line,
      })),
    });
    const tracked = parcels.map(({ tracking = [], ...parcel }) => ({
      parcel,
      tracking: [...(tracking as string[])],
    }));
    await prisma.fulfilment.createMany({
      data: tracked.map(({ parcel, tracking }) => ({
        ...own,
        id: randomIds.uuid(now()),
        source: 'test',
        tracking,
        trackingKeys: tracking.map(codeKey),
        ...parcel,
      })),
    });
    await prisma.orderHold.createMany({
      data: holds.map((hold, i) => ({ ...own, source: 'test', key: `${i}`, ...hold })),
    });
    await prisma.orderPromise.createMany({
      data: promises.map((promise, i) => ({
        ...own,
        ordinal: i + 1,
        kind: promise.on ? 'date' : 'instant',
        at: promise.on ? null : promise.until,
        zone: workspace.timeZone,
        toldAt: placedAt,
        source: 'channel',
        ...promise,
      })),
    });
    await prisma.refund.createMany({
      data: refunds.map((refund, i) => ({
        ...own,
        source: 'test',
        externalId: `${i}`,
        at: now(),
        ...refund,
      })),
    });
    await prisma.orderMilestone.createMany({
      data: milestones.map((one, i) => ({
        ...own,
        source: 'test',
        part: '',
        eventKey: `${i}`,
        retracted: false,
        ...one,
      })),
    });
    return orderId;
  };
}
