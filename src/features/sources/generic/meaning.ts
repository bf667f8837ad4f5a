import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { exactMinor } from '../../../core/text/exact-json.ts';
import { isCurrency } from '../../../core/text/money.ts';
import type { OrderStatement } from '../../orders/index.ts';
import { failed, ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import { count, level, longestTitle, mostLines, sku, time } from '../meaning/shapes.ts';
import type { Teller } from '../meaning/teller.ts';
import type { SourceSettings } from '../source/model.ts';
import { parcelMeaning } from './parcels.ts';
import { partOf } from './paths.ts';

const text = z.string().min(1).max(100);

const levelShape = z.object({
  sku: text,
  location: text,
  available: level,
  version: time,
});

const orderShape = z.object({
  id: text,
  number: text.nullish(),
  version: time,
  placed: time.nullish(),
  paid: time.nullish(),
  cancelled: time.nullish(),
  currency: z.string().nullish(),
  total: text.nullish(),
  country: z.string().length(2).nullish(),
  location: text.nullish(),
  shipBy: time.nullish(),
  lines: z.array(z.unknown()).max(mostLines).nullish(),
});
const lineShape = z.object({
  id: text.nullish(),
  sku: sku.min(1),
  title: z.string().nullish(),
  quantity: count,
  price: text.nullish(),
});

/** What a delivery of signed JSON means, by its topic, and its body as `exactJson` reads it. */
export function genericMeaning(
  topic: string,
  body: unknown,
  teller: Teller,
  settings: SourceSettings,
): Meaning {
  const { currency, paths } = settings;
  const part = (of: unknown, prefix: string, shape: z.ZodObject) => partOf(of, prefix, shape, paths);
  if (topic === 'level') {
    const read = readAs(levelShape, part(body, 'level', levelShape));
    if ('why' in read) return read.why;
    const { sku: code, location: place, available, version: asOf } = read.value;
    const said = { item: { kind: 'code' as const, code }, place, byCode: true, available, asOf };
    return { is: 'levels', levels: [said] };
  }
  if (topic === 'shipment') return parcelMeaning(body, teller, settings);
  if (topic !== 'order') return ignored(`nothing is made of ${topic}`);
  const read = readAs(orderShape, part(body, 'order', orderShape));
  if ('why' in read) return read.why;
  const order = read.value;
  const lines: z.output<typeof lineShape>[] = [];
  for (const one of order.lines ?? []) {
    const line = readAs(lineShape, part(one, 'line', lineShape));
    if ('why' in line) return line.why;
    lines.push(line.value);
  }
  return orderOf(order, lines, order.currency ?? currency, teller);
}

function orderOf(
  order: z.output<typeof orderShape>,
  lines: readonly z.output<typeof lineShape>[],
  currency: string,
  { source, channel, deliveryId }: Teller,
): Meaning {
  const minorOf = (said: string) => (isCurrency(currency) ? exactMinor(said, currency) : null);
  const amounts = [order.total, ...lines.map(({ price }) => price)].flatMap((said) => said ?? []);
  const wrong = amounts.find((said) => minorOf(said) === null);
  if (wrong !== undefined) return failed(`${wrong} is no amount of ${currency}`);
  const amount = (said: string | null | undefined) => (said == null ? null : minorOf(said));
  const totalMinor = amount(order.total);
  // Null says that it is not, or no longer, so; what is not there says nothing.
  const milestone = (what: 'paid' | 'cancelled', at: Date | null | undefined) =>
    at === undefined
      ? []
      : [{ what, retracted: at === null, part: '', eventKey: what, at: at ?? order.version }];
  const statement: OrderStatement = {
    order: {
      channel,
      number: order.number ?? null,
      external: { source, kind: 'order', externalId: order.id },
    },
    source,
    facet: 'order',
    versionAt: order.version,
    deliveryId,
    header: {
      kind: 'sale',
      currency,
      ...(order.placed && { placedAt: order.placed }),
      ...(totalMinor !== null && { totalMinor }),
      ...(order.country && { shipCountry: order.country.toUpperCase() }),
      // By our code, or as the source calls it: see `byOurCodes`.
      ...(order.location && { location: { source, kind: 'location' as const, externalId: order.location } }),
      ...(order.shipBy && { shipBy: order.shipBy }),
      ...(order.cancelled && { cancelledBy: 'unknown' as const }),
    },
    milestones: [...milestone('paid', order.paid), ...milestone('cancelled', order.cancelled)],
    ...(order.lines && {
      lines: {
        tells: 'whole' as const,
        of: lines.map((one) => {
          const unitPriceMinor = amount(one.price);
          return {
            id: one.id ?? null,
            code: one.sku,
            item: null,
            ...(one.title && { title: cleanName(one.title, longestTitle) }),
            quantity: one.quantity,
            ...(unitPriceMinor !== null && { unitPriceMinor }),
          };
        }),
      },
    }),
  };
  return { is: 'orders', statements: [statement] };
}
