import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { disruptionName } from '../disrupted/names.ts';
import type { Beside, Disruption } from './disruption-model.ts';
import type { Sums } from './model.ts';
import { stillWords, sumsWords } from './words.ts';

/** What somebody said to be over before it began never was. */
function isCalledOff({ fromAt, endedAt }: Pick<Disruption, 'fromAt' | 'endedAt'>): boolean {
  return endedAt !== null && endedAt < fromAt;
}

/** "since Mon 2 Mar 00:00 CET, until Fri 6 Mar 18:00 CET". */
export function spanWords({ fromAt, untilAt, endedAt }: Disruption, reader: Reader): string {
  if (isCalledOff({ fromAt, endedAt })) return `called off before it began on ${dayMoment(fromAt, reader)}`;
  const until = endedAt ?? untilAt;
  const begins = fromAt > reader.now ? 'from' : 'since';
  if (!until) return `${begins} ${dayMoment(fromAt, reader)}`;
  return `${endedAt ? 'from' : begins} ${dayMoment(fromAt, reader)} until ${dayMoment(until, reader)}`;
}

/** "no parcel got into trouble during it; 31 more on its lanes, not in trouble"; of what is over `beside` is null. */
export function insideWords(sums: Sums, beside: Beside | null): string {
  const inside =
    sums.parcels === 0
      ? 'no parcel got into trouble during it'
      : `${count(sums.parcels, 'parcel')} in trouble from it, ${stillWords(sums)}`;
  return beside === null ? inside : `${inside}; ${besideWords(beside)}`;
}

/** "18 more on its lanes: 3 were in trouble before that, 15 not in trouble". */
function besideWords({ exposed, before, late }: Beside): string {
  if (exposed === 0) return 'no other on its lanes';
  const well = exposed - before - late;
  if (well === exposed) return `${number(exposed)} more on its lanes, not in trouble`;
  const parts = [
    ...(before > 0 ? [`${number(before)} ${before === 1 ? 'was' : 'were'} in trouble before that`] : []),
    ...(late > 0 ? [`${number(late)} late or going to be`] : []),
    ...(well > 0 ? [`${number(well)} not in trouble`] : []),
  ];
  return `${number(exposed)} more on its lanes: ${parts.join(', ')}`;
}

/** As few words, for the card of its issue: "2 in trouble, 31 more on the lanes", "over: 12 of 14 still on their way, 2 delivered". */
export function standingWords(one: Disruption, sums: Sums, { exposed, before, late }: Beside): string {
  if (one.endedAt) return `over: ${sums.parcels === 0 ? 'no parcel got into trouble' : sumsWords(sums)}`;
  if (sums.parcels === 0) {
    const none = before + late === 0 ? 'none in trouble' : 'none got into trouble during it';
    return `${none}, ${number(exposed)} on the lanes`;
  }
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
      details: `Declared ${spanWords(one, reader)}. Parcels that get into trouble during it raise no alarm of their own; they are counted here, and listed when it ends. \`/shipment disruption\` shows and ends it.`,
    };
  if (isCalledOff(one))
    return {
      title: `Called off: ${name}`,
      details: `It was ${spanWords(one, reader)}: nothing of it has to be done.`,
    };
  const parcels =
    sums.parcels === 0
      ? 'No parcel got into trouble during it.'
      : `During it ${count(sums.parcels, 'parcel')} got into trouble: ${stillWords(sums)}, as of ${dayMoment(reader.now, reader)}.`;
  const rest = sums.open > 0 ? ' This issue ends with the last of them.' : '';
  return {
    title: `Over: ${name}`,
    details: `It lasted ${spanWords(one, reader)}. ${parcels}${rest} Its lanes are watched again.`,
  };
}
