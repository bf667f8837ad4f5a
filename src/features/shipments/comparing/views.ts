import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, menu, table } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { freshnessWords, silenceWords } from '../card/freshness-views.ts';
import { lateAction } from '../parcels/actions.ts';
import { carrierWords } from '../parcels/words.ts';
import { laneWords } from '../shipment/lane-words.ts';
import { compareAction } from './actions.ts';
import { type Comparison, fewest, fewestLate, type Score, shownDays } from './model.ts';
import { isRanked, lackOf, lateRate } from './rules.ts';

const shownRows = 15;
const mostChoices = 50;

/** How carriers did, the worst first; nothing is ranked of which there are too few. */
export function comparisonMessage(comparison: Comparison, reader: Reader): Message {
  const { of, scores, lateNow, heard } = comparison;
  const left = scores.length - shownRows;
  const parcels = parcelsOf(scores);
  const judged = total(scores, (one) => one.judged);
  const unknown = total(scores, (one) => one.unknown);
  const leftLate = total(scores, (one) => one.leftLate);
  const rest = parcels - judged - unknown - leftLate;
  const apart = [
    ...(unknown > 0
      ? [
          mrkdwn`${number(unknown)} of which nobody says by when ${unknown === 1 ? 'it' : 'they'} had to leave (an order says it, or the trucks of its location: \`/ops carriers\`)`,
        ]
      : []),
    ...(leftLate > 0 ? [mrkdwn`${number(leftLate)} that we handed over late: no carrier's fault`] : []),
    ...(rest > 0 ? [mrkdwn`${number(rest)} not delivered: still on the way, turned back or lost`] : []),
    ...(lateNow > 0 ? [mrkdwn`${count(lateNow, 'parcel')} late and still on the way`] : []),
  ];
  return card({
    finding: shorten(`${findingOf(comparison)}${silenceWords(heard, reader)}`, limits.finding),
    title: of === null ? 'Carriers' : `Carrier: ${shorten(of.words, 60)}`,
    facts: [
      mrkdwn`*${count(parcels, 'parcel')}* promised for the last ${shownDays} days${parcels === 0 ? '' : mrkdwn`, ${number(judged)} of them judged`}`,
    ],
    body:
      scores.length === 0
        ? []
        : [
            scoreTable(comparison),
            ...(left > 0
              ? [
                  context(
                    mrkdwn`and ${number(left)} more, with ${count(parcelsOf(scores.slice(shownRows)), 'parcel')}`,
                  ),
                ]
              : []),
            ...(apart.length > 0 ? [context(mrkdwn`Not judged: ${joined(apart, ' · ')}`)] : []),
            ...(of === null ? [carrierMenu(scores)] : []),
          ],
    spoken: apart.length > 0 ? mrkdwn`Not judged: ${joined(apart, ' · ')}` : null,
    buttons: [
      ...(of === null ? [] : [button(compareAction, { of: null }, 'All carriers')]),
      button(lateAction, { of: of?.code ?? null }, 'Late parcels'),
    ],
    footer: [
      mrkdwn`Of what we handed over on time and the carrier delivered: late for a reason of its own, and late with no reason given`,
      freshnessWords(heard, reader),
    ],
  });
}

/** "DHL was late by its own fault most often: 4.2 % (3 of 71)": the worst that can be ranked. */
function findingOf({ of, scores }: Comparison): string {
  if (scores.length === 0) return `No parcel was promised for the last ${shownDays} days`;
  const [worst] = scores;
  if (!worst || !isRanked(worst)) return lackWords(scores);
  const name =
    of === null ? carrierWords(worst.carrier) : `${carrierWords(worst.carrier)}, ${laneWords(worst.lane)}`;
  const ranked = scores.filter(isRanked);
  const [late, judged] = [total(ranked, (one) => one.lateByCarrier), total(ranked, (one) => one.judged)];
  if (late === 0) return `No carrier was late by its own fault, as far as ${count(judged, 'parcel')} tell`;
  // Who is named for one or two parcels of thirty is named by chance.
  if (worst.lateByCarrier < fewestLate)
    return `Too few were late by their own fault to name a carrier: ${number(late)} of ${count(judged, 'parcel')}`;
  return `${shorten(name, 60)} was late by its own fault most often: ${rateWords(worst)}`;
}

/** Why nobody can be ranked. */
function lackWords(scores: readonly Score[]): string {
  const all = {
    judged: total(scores, (one) => one.judged),
    leftLate: total(scores, (one) => one.leftLate),
    unknown: total(scores, (one) => one.unknown),
  };
  const lack = lackOf(scores.find((one) => lackOf(one) !== 'parcels') ?? all);
  if (lack === 'ship-by')
    return `No carrier can be ranked: of ${count(all.unknown, 'delivered parcel')} nobody says by when ${all.unknown === 1 ? 'it' : 'they'} had to leave`;
  if (lack === 'hand-over')
    return `No carrier can be ranked: we handed over ${count(all.leftLate, 'delivered parcel')} late`;
  return `Too few parcels to rank any carrier: ${fewest} must be judged`;
}

/** "4.2 % (3 of 71)", "too few to rank (12)", "no ship-by (37)". */
function rateWords(score: Score): string {
  if (!isRanked(score)) {
    const lack = lackOf(score);
    if (lack === 'ship-by') return `no ship-by (${number(score.unknown)})`;
    if (lack === 'hand-over') return `we were late (${number(score.leftLate)})`;
    return `too few to rank (${number(score.judged)})`;
  }
  return `${percent(lateRate(score))} (${number(score.lateByCarrier)} of ${number(score.judged)})`;
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`;
}

function scoreTable({ of, scores }: Comparison) {
  // Three columns that wrap are as wide as a phone.
  const columns = [of === null ? 'Carrier' : 'Lane', 'Late by carrier', 'Late, nobody says why'];
  return table(
    columns.map((title) => ({ title, wraps: true })),
    scores
      .slice(0, shownRows)
      .map((one) => [
        `${nameWords(one, of !== null)}: ${sizeWords(one)}`,
        rateWords(one),
        isRanked(one)
          ? `${percent(one.lateUnattributed / one.judged)} (${number(one.lateUnattributed)})`
          : '–',
      ]),
  );
}

function nameWords({ carrier, lane, service }: Score, isLane: boolean): string {
  if (!isLane) return shorten(carrierWords(carrier), 40);
  return `${shorten(laneWords(lane), 40)}${service === null ? '' : `, ${shorten(service, 30)}`}`;
}

/** "43 parcels, 4 exceptions, half within 1.0 days, nine in ten within 3.0". */
function sizeWords({ parcels, exceptions, transitP50, transitP90 }: Score): string {
  const days =
    transitP50 === null || transitP90 === null
      ? ''
      : `, half within ${transitP50.toFixed(1)} days, nine in ten within ${transitP90.toFixed(1)}`;
  return `${count(parcels, 'parcel')}, ${count(exceptions, 'exception')}${days}`;
}

function carrierMenu(scores: readonly Score[]) {
  const options = scores
    .slice(0, mostChoices)
    .map((one) => ({ value: { of: one.code }, label: `${carrierWords(one.carrier)}: lanes and services` }));
  return actions(menu(compareAction, 'Open a carrier', options));
}

function parcelsOf(scores: readonly Score[]): number {
  return total(scores, (one) => one.parcels);
}

function total(scores: readonly Score[], of: (score: Score) => number): number {
  return scores.reduce((sum, score) => sum + of(score), 0);
}
