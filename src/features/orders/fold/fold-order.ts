import { type WorkingCalendar, zoneAt } from '../../../core/time/calendar.ts';
import { dayAt } from '../../../core/time/wall-clock.ts';
import { flagsOf } from './flag-rules.ts';
import { fulfilmentsOf } from './fulfilments.ts';
import { headerOf } from './header.ts';
import { heldSpans, holdsOf } from './hold-rules.ts';
import type { FoldInput, PromiseRule, Shop } from './input-model.ts';
import { laterShipBy } from './later-ship-by.ts';
import { linesOf } from './lines.ts';
import { countingOf, milestonesOf, wholeSign } from './milestones.ts';
import { type Folded, type FoldedHeader, foldVersion, type ShipBy } from './model.ts';
import { latest } from './moments.ts';
import { daysOf, numbered, ruleFor, toldBy, toldPromises } from './promise-rules.ts';
import { movedLines, withDue } from './quantity-rules.ts';
import { refundsOf } from './refunds.ts';
import { promisesByRule } from './rule-promises.ts';
import { shipByOf } from './ship-by-rules.ts';
import { progressOf } from './stage.ts';
import { inOrder } from './statement-order.ts';
import { nextStopOf } from './stop-rules.ts';
import { worth } from './value-rules.ts';
import { destinationZone } from './zone-rules.ts';

/**
 * An order, from everything that was ever said of it and what the shop has set. It does not see in which order things
 * came, nor how often, nor what the time is: so none of that can matter. Throws without a statement.
 */
export function foldOrder(input: FoldInput): Folded {
  const statements = inOrder(input.statements);
  if (statements.length === 0) throw new Error('An order of which nobody said anything.');
  const { known, shop } = input;
  const milestones = milestonesOf(statements);
  const counting = countingOf(milestones);
  const told = linesOf(statements, known);
  const isDigital = told.length > 0 && told.every(({ requiresShipping }) => !requiresShipping);
  const header = headerOf({ statements, known, shop }, isDigital);
  const zone = destinationZone(header.shipCountry, header.shipRegion, shop.businessZone);

  const fulfilments = fulfilmentsOf(statements, counting, told, known);
  const whole = wholeSign(counting, 'handed_over');
  const refunds = refundsOf(statements, { fulfilments, lines: told, whole }, known);
  const isCredit = header.kind === 'credit';
  const isCancelled = wholeSign(counting, 'cancelled') !== null;
  const lines = movedLines(told, { fulfilments, refunds, counting, isCredit, isCancelled });
  const progress = progressOf(lines, fulfilments, counting);

  const holds = holdsOf(statements);
  const { handedOverAt } = progress;
  const spans = heldSpans(holds).filter(({ from }) => handedOverAt === null || from < handedOverAt);
  const { locationId, serviceId } = header;
  const next = (at: Date) => (locationId ? shop.nextCutOff(locationId, serviceId, at) : null);
  const asked = { told: header.shipBy, paidAt: progress.paidAt, next };
  const ship = shipByOf({ ...asked, spans });
  const calendar = shop.calendarOf(locationId);
  const rule = ruleOf(header, progress.paidAt, shop);
  const byRule = promisesByRule(
    {
      header,
      paidAt: progress.paidAt,
      zone: zone.shipZone,
      spans,
      rule,
      shipDayWith: (held) => dayOf(shipByOf({ ...asked, spans: held }), calendar),
    },
    calendar,
    input.promised ?? [],
  );
  const promises = numbered(toldBy(byRule, toldPromises(statements, zone.shipZone)));
  const days = rule && daysOf(rule);
  const due = laterShipBy(ship, { promises, days, calendar, next });

  const flags = flagsOf({
    header,
    progress,
    lines,
    fulfilments,
    promises,
    ship,
    zoneSource: zone.zoneSource,
  });
  const isCounted = !header.test && !header.draft && header.replacementOf === null;
  const isUnsent = !['handed_over', 'delivered', 'returned', 'cancelled'].includes(progress.stage);
  const onHold = isUnsent && spans.some(({ until }) => until === null);
  const { stage } = progress;
  const isWatched = !onHold && !isCredit && flags.excluded.length === 0 && lines.some(({ open }) => open > 0);
  const stop = nextStopOf({
    stage: isWatched ? stage : 'placed',
    reached: progress,
    freeAt: latest(spans.map(({ until }) => until)),
    shipBy: due.shipBy,
    calendar,
    next,
  });
  const { valueMinor, openMinor } = worth(lines);
  return {
    order: {
      channel: header.channel,
      number: header.number,
      kind: header.kind,
      currency: header.currency,
      placedAt: header.placedAt,
      totalMinor: header.totalMinor,
      test: header.test,
      draft: header.draft,
      digital: header.digital,
      cancelledBy: header.cancelledBy,
      customerReference: header.customerReference,
      shipCountry: header.shipCountry,
      shipRegion: header.shipRegion,
      shipArea: header.shipArea,
      service: header.service,
      serviceId: header.serviceId,
      locationId,
      replacementOf: header.replacementOf,
      splitFrom: header.splitFrom,
      mergedInto: header.mergedInto,
      saidAt: header.saidAt,
      stage,
      paidAt: progress.paidAt,
      allocatedAt: progress.allocatedAt,
      pickedAt: progress.pickedAt,
      packedAt: progress.packedAt,
      labelledAt: progress.labelledAt,
      handedOverAt,
      deliveredAt: progress.deliveredAt,
      returnedAt: progress.returnedAt,
      cancelledAt: progress.cancelledAt,
      shipBy: due.shipBy,
      shipBySource: due.shipBySource,
      shipDay: due.shipDay,
      shipZone: zone.shipZone,
      zoneSource: zone.zoneSource,
      nextStop: stop.nextStop,
      nextStopAt: stop.nextStopAt,
      valueMinor,
      openMinor,
      onHold,
      promiseSource: promises[0]?.source ?? null,
      foldVersion,
    },
    flags,
    lines: lines.map((line) => withDue(line, ship.shipBy, isCounted)),
    milestones,
    holds,
    promises,
    fulfilments,
    refunds,
  };
}

/** The day at its location on which it goes; null: nobody knows. */
function dayOf({ shipBy, shipDay }: ShipBy, calendar: WorkingCalendar): string | null {
  if (shipDay !== null || shipBy === null) return shipDay;
  return dayAt(zoneAt(shipBy, calendar), shipBy).toString();
}

/** The promise rule that is for it; null: none. */
function ruleOf(header: FoldedHeader, paidAt: Date | null, shop: Shop): PromiseRule | null {
  if (shop.promiseRules.length === 0) return null;
  const { channel, serviceId, shipCountry: country, locationId, placedAt } = header;
  const at = paidAt ?? placedAt;
  const day = dayAt(zoneAt(at, shop.calendarOf(locationId)), at).toString();
  return ruleFor(shop.promiseRules, { channel, serviceId, country }, day);
}
