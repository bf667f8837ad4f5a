import { scansFacet, trackedPart } from '../fold/scan-rules.ts';
import type { OrderStatement } from '../telling/model.ts';
import { type ParcelScans, type ScannedMark, scannedMarks, type ToldMark } from './model.ts';

const eventKey = 'shipment';

type Milestones = NonNullable<OrderStatement['milestones']>;

/**
 * What is to be said of an order's parcel so that its marks are these: one statement for each source whose word is another
 * than before; none: nothing is. `at`: after whatever was said before.
 */
export function statementsOf(
  { orderId, key, marks }: ParcelScans,
  told: readonly ToldMark[],
  order: OrderStatement['order'],
  at: Date,
): readonly OrderStatement[] {
  const part = trackedPart(key);
  const bySource = new Map<string, Milestones>();
  const say = (source: string, what: ScannedMark, when: Date, retracted: boolean) =>
    bySource.set(source, [
      ...(bySource.get(source) ?? []),
      { what, retracted, part, eventKey, at: when, by: 'scan' },
    ]);
  for (const what of scannedMarks) {
    const wanted = marks.find((one) => one.what === what);
    const before = told.find((one) => one.orderId === orderId && one.part === part && one.what === what);
    if (!wanted && before) say(before.source, what, before.at, true);
    const isSame = wanted?.source === before?.source && wanted?.at.getTime() === before?.at.getTime();
    if (wanted && !isSame) say(wanted.source, what, wanted.at, false);
  }
  return [...bySource].map(([source, milestones]) => ({
    order,
    source,
    facet: scansFacet(key),
    versionAt: at,
    deliveryId: null,
    milestones,
  }));
}
