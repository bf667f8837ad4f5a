import { Temporal } from 'temporal-polyfill';
import { codeKey } from '../../src/core/text/code-key.ts';
import { calendarFrom, openOn, zoneAt } from '../../src/core/time/calendar.ts';
import { dayAt, instantAt } from '../../src/core/time/wall-clock.ts';
import { foldOrder } from '../../src/features/orders/fold/fold-order.ts';
import type { CutOff, Known, PromiseRule, Shop } from '../../src/features/orders/fold/input-model.ts';
import type { Folded } from '../../src/features/orders/fold/model.ts';
import { kept } from '../../src/features/orders/telling/hash.ts';
import type { OrderStatement } from '../../src/features/orders/telling/model.ts';
import type { FulfilmentSaid, LineSaid, Milestone } from '../../src/features/orders/telling/said.ts';

const source = 'shop';
const own = (kind: 'order' | 'location', externalId: string) => ({ source, kind, externalId });

/** Such as `2026-11-27 16:00`, in Hamburg. */
export function moment(text: string): Date {
  if (text.endsWith('Z')) return new Date(text);
  return instantAt('Europe/Berlin', Temporal.PlainDateTime.from(text.replace(' ', 'T')));
}

export function says(at: string, said: Partial<OrderStatement>): OrderStatement {
  return {
    order: { channel: 'shop', number: '#1042', external: own('order', '9007199254740993') },
    source,
    facet: 'order',
    versionAt: moment(at),
    deliveryId: null,
    ...said,
  };
}

/** An order for Hamburg's warehouse: placed, and paid, at these moments. */
export function sale(at: string, lines: readonly LineSaid[], paidAt: string | null = at): OrderStatement {
  return says(at, {
    header: {
      kind: 'sale',
      currency: 'EUR',
      placedAt: moment(at),
      shipCountry: 'DE',
      location: own('location', 'HAM'),
    },
    lines: { tells: 'whole', of: [...lines] },
    milestones: paidAt === null ? [] : [reached('paid', paidAt)],
  });
}

export function line(id: string | null, quantity: number, said: Partial<LineSaid> = {}): LineSaid {
  return { id, code: `SKU-${id ?? 'X'}`, item: null, quantity, unitPriceMinor: 1_000n, ...said };
}

export function reached(what: Milestone, at: string, part = '', eventKey: string | null = null) {
  return { what, retracted: false, part, eventKey, at: moment(at) };
}

/** What a carrier scanned. */
export function scan(what: Milestone, at: string, part: string): OrderStatement {
  const event = { ...reached(what, at, part, `${part} ${what} ${at}`), by: 'scan' as const };
  return says(at, { facet: `event ${event.eventKey}`, milestones: [event] });
}

/** A parcel as the shop tells it: `A1 B2` are its lines and pieces. */
export function parcel(
  externalId: string,
  at: string,
  lines: string | null,
  state: FulfilmentSaid['state'] = 'labelled',
): OrderStatement {
  const of =
    lines?.split(' ').map((one) => ({ id: one.slice(0, 1), quantity: Number(one.slice(1)) })) ?? null;
  const said = { externalId, state, at: moment(at), location: null, carrier: 'DHL', service: null };
  return says(at, {
    facet: `fulfilment ${externalId}`,
    fulfilments: [{ ...said, tracking: [`JJD${externalId}`], lines: of }],
  });
}

export function hold(at: string, held: boolean, key = 'fraud'): OrderStatement {
  return says(at, { facet: `hold ${key}`, holds: [{ key, held, ...(held && { reason: 'looks odd' }) }] });
}

const known: Known = {
  skuOf: (code) => (codeKey(code).startsWith('SKU-') ? `sku ${codeKey(code)}` : null),
  idOf: ({ kind, externalId }) => `${kind} ${externalId}`,
  carrierOf: (said) => (said === 'DHL' ? 'dhl' : null),
  serviceOf: (said) => said,
};

/** Monday to Friday from nine to five; DHL comes at four. */
export interface TestShop {
  readonly holidays?: readonly string[];
  readonly cutOffs?: readonly string[];
  readonly rules?: readonly PromiseRule[];
  readonly lateMinutes?: number;
}

export function shopOf({
  holidays = [],
  cutOffs = ['16:00'],
  rules = [],
  lateMinutes = 45,
}: TestShop = {}): Shop {
  const calendar = calendarFrom(
    [{ from: null, timeZone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
    (day) => (holidays.includes(day) ? 'Holiday' : null),
  );
  const comingOn = (day: string): readonly CutOff[] =>
    openOn(day, calendar) === null
      ? []
      : cutOffs.map((time) => {
          const cutOffAt = moment(`${day} ${time}`);
          return { cutOffAt, day, lateUntil: new Date(cutOffAt.getTime() + lateMinutes * 60_000) };
        });
  return {
    businessZone: 'Europe/Berlin',
    currency: 'EUR',
    promiseRules: rules,
    calendarOf: () => calendar,
    nextCutOff: (_, __, at) => {
      const today = dayAt(zoneAt(at, calendar), at);
      const days = Array.from({ length: 15 }, (_, n) => today.add({ days: n }).toString());
      return days.flatMap(comingOn).find(({ cutOffAt }) => cutOffAt >= at) ?? null;
    },
  };
}

/** `before`: what was made of what had been told by then. */
export function folded(
  statements: readonly OrderStatement[],
  shop: Shop = shopOf(),
  before: Folded | null = null,
): Folded {
  return foldOrder({
    statements: statements.map(kept),
    known,
    shop,
    ...(before && { promised: before.promises }),
  });
}

/** Each line's pieces that are so far, such as 1/1/0. */
export function piecesOf({ lines }: Folded, state: keyof Folded['lines'][number]): string {
  return lines.map((one) => one[state]).join('/');
}
