import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { disruptionName } from '../disrupted/names.ts';
import type { Disruption } from './disruption-model.ts';
import type { Sums } from './model.ts';
import { sumsWords } from './words.ts';

/** "since Mon 2 Mar 00:00 CET, until Fri 6 Mar 18:00 CET". */
export function spanWords({ fromAt, untilAt, endedAt }: Disruption, reader: Reader): string {
  const until = endedAt ?? untilAt;
  const begins = fromAt > reader.now ? 'from' : 'since';
  if (!until) return `${begins} ${dayMoment(fromAt, reader)}`;
  return `${endedAt ? 'from' : begins} ${dayMoment(fromAt, reader)} until ${dayMoment(until, reader)}`;
}

/** "no parcel in trouble inside it, 31 more on its lanes", "14 parcels in trouble inside it, 12 of 14 still on their way". */
export function insideWords(sums: Sums, exposed: number, isOver: boolean): string {
  const inside =
    sums.parcels === 0
      ? 'no parcel came into trouble inside it'
      : `${count(sums.parcels, 'parcel')} in trouble inside it, ${sumsWords(sums)}`;
  if (isOver) return inside;
  return `${inside}; ${exposed === 0 ? 'no other on its lanes' : `${number(exposed)} more on its lanes, not in trouble`}`;
}

/** As few words, for the card of its issue: "2 in trouble, 31 more on the lanes", "over: 12 of 14 still on their way, 2 delivered". */
export function standingWords(one: Disruption, sums: Sums, exposed: number): string {
  if (one.endedAt) return `over: ${sums.parcels === 0 ? 'no parcel came into trouble' : sumsWords(sums)}`;
  if (sums.parcels === 0) return `none in trouble, ${number(exposed)} on the lanes`;
  const still = sums.open === sums.parcels ? '' : ` of ${number(sums.parcels)} still`;
  const others = exposed === 0 ? 'no other' : `${number(exposed)} more`;
  return `${number(sums.open)}${still} in trouble, ${others} on the lanes`;
}

/** What its issue says, while it lasts and when it is over. */
export function issueWords(
  one: Disruption,
  sums: Sums,
  reader: Reader,
): { readonly title: string; readonly details: string } {
  const name = disruptionName(one);
  if (!one.endedAt)
    return {
      title: name,
      details: `Declared ${spanWords(one, reader)}. Parcels that come into trouble inside it raise no alarm of their own; they are counted here, and listed when it ends. \`/shipment disruption\` shows and ends it.`,
    };
  const parcels =
    sums.parcels === 0
      ? 'No parcel came into trouble inside it.'
      : `Inside it ${count(sums.parcels, 'parcel')} came into trouble: ${sumsWords(sums)}, as of ${dayMoment(reader.now, reader)}.`;
  const rest = sums.open > 0 ? ' This issue ends with the last of them.' : '';
  return {
    title: `Over: ${name}`,
    details: `It lasted ${spanWords(one, reader)}. ${parcels}${rest} Its lanes are watched again.`,
  };
}
