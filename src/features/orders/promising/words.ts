import { countryName } from '../../../core/text/country.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { ServiceName, StandingRule } from './model.ts';

/** "Any order", "shopify, DHL (Express), to Germany": for which orders a rule is. */
export function ordersMeant({ rule, service }: StandingRule): string {
  const { channel, country } = rule;
  const named = [
    ...(channel === null ? [] : [channel]),
    ...(service === null ? [] : [serviceName(service)]),
    ...(country === null ? [] : [`to ${countryName(country)}`]),
  ];
  return named.length > 0 ? named.join(', ') : 'Any order';
}

/** "DHL (Express)". */
export function serviceName({ carrier, name }: ServiceName): string {
  return `${carrier.name} (${name})`;
}

/** "delivered within 3 working days after it leaves: 1 to handle it, 2 on the way". */
export function daysMeant({ handlingDays, transitDays }: StandingRule['rule']): string {
  const days = handlingDays + transitDays;
  const within =
    days === 0
      ? 'delivered on the day it leaves'
      : `delivered within ${count(days, 'working day')} after it leaves`;
  return handlingDays > 0 ? `${within}: ${handlingDays} to handle it, ${transitDays} on the way` : within;
}

/** "from Fri 25 Dec, last on …"; empty: in force until further notice. */
export function timeMeant({ rule: { validFrom, validTo }, state }: StandingRule, now: Date): string {
  return [
    ...(state === 'to come' ? [`from ${dayWords(validFrom, now)}`] : []),
    ...(validTo === null ? [] : [`${state === 'ended' ? 'ended' : 'last'} on ${dayWords(validTo, now)}`]),
  ].join(', ');
}
