import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, message, section } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import { showSku } from '../../stock/index.ts';
import type { DateOutcome } from './model.ts';

const shownPlaces = 3;

/** What a day means: when it runs out, what is at risk, and what could be done. */
export function outcomeMessage(outcome: DateOutcome, reader: Reader): Message {
  const { line, outlook } = outcome;
  const what = shorten(line.what ?? 'the line', 60);
  const options = optionsOf(outcome, reader);
  return card({
    mark: outlook && (outlook.risk?.units ?? 0) > 0 ? 'attention' : null,
    finding: findingOf(outcome, what, reader),
    title: `${number(line.units)} × ${what}${line.supplier ? ` from ${shorten(line.supplier, 60)}` : ''}, ${shorten(line.order, 60)}`,
    facts: factsOf(outcome, reader),
    body: options.length > 0 ? [section(mrkdwn`*What could be done*\n${joined(options, '\n')}`)] : [],
    spoken: options.length > 0 ? joined(options, '. ') : null,
    buttons: [
      ...(line.skuId ? [button(showSku, { sku: line.skuId }, `Show ${shorten(what, 40)}`)] : []),
      ...(line.skuId ? [button(raiseAbout, { what: 'sku', ref: line.skuId }, 'Raise issue')] : []),
    ],
    footer: [
      line.promisedOn
        ? mrkdwn`First promised for ${dayWords(line.promisedOn, reader.now)}; that stays as it was`
        : mrkdwn`No day was promised before`,
    ],
  });
}

/** "MUG-01 runs out Thu 3 Dec, 12 short until Sun 6 Dec (€174.00)". */
function findingOf({ line, outlook }: DateOutcome, what: string, { now }: Reader): string {
  const day = line.expectedOn ? dayWords(line.expectedOn, now) : 'no known day';
  if (!outlook) return `Expected ${day}: nobody knows the SKU of ${what}`;
  const { risk, currency } = outlook;
  if (!risk) return `Expected ${day}: nobody can say how long ${what} lasts`;
  if (risk.units === 0)
    return `Expected ${day}: ${what} lasts until ${risk.until === line.expectedOn ? 'then' : `the receipt of ${dayWords(risk.until, now)}`}`;
  const value = risk.minor === null ? '' : ` (${money(risk.minor, currency)})`;
  const out =
    outlook.available <= 0 ? 'is out of stock' : `runs out ${dayWords(risk.runsOutOn ?? risk.until, now)}`;
  return `${what} ${out}, ${number(risk.units)} short until ${dayWords(risk.until, now)}${value}`;
}

function factsOf(outcome: DateOutcome, reader: Reader): readonly Mrkdwn[] {
  const { line, outlook, waited, before } = outcome;
  const { now } = reader;
  const day = line.expectedOn ? dayWords(line.expectedOn, now) : 'no known day';
  const was = before === undefined ? ', as before' : before === null ? '' : `, was ${dayWords(before, now)}`;
  const pace = outlook?.perDay ?? null;
  const shipBy = waited?.shipBy ? `, the first ship-by ${dayMoment(waited.shipBy, reader)}` : '';
  return [
    mrkdwn`expected *${day}*${was}`,
    ...(outlook
      ? [
          mrkdwn`${number(outlook.available)} available${pace === null ? '' : `, ${number(Math.round(pace * 10) / 10)} a day`}`,
        ]
      : []),
    ...(waited
      ? [
          mrkdwn`${count(waited.orders, 'open order waits', 'open orders wait')} for ${count(waited.pieces, 'piece')} that ${waited.pieces === 1 ? 'is' : 'are'} not here${shipBy}`,
        ]
      : []),
    ...(outlook?.risk && outlook.comingOn && outlook.comingOn !== line.expectedOn
      ? [mrkdwn`another receipt comes ${dayWords(outlook.comingOn, now)}`]
      : []),
  ];
}

/** Lines of text: nothing here is done by itself. */
function optionsOf({ outlook, elsewhere, others }: DateOutcome, { now }: Reader): readonly Mrkdwn[] {
  if (!outlook || (outlook.risk !== null && outlook.risk.units === 0)) return [];
  const places = elsewhere
    .slice(0, shownPlaces)
    .map(({ name, available }) => `${number(available)} in ${shorten(name, 40)}`);
  const short = outlook.risk ? `, and ${number(outlook.risk.units)} stay short` : '';
  return [
    // What is short is short of all places together: what stands elsewhere is no more than what was counted.
    ...(places.length > 0
      ? [mrkdwn`Transfer: ${listOf(places)}, counted in the available above: it moves between places${short}`]
      : []),
    ...others.map(({ supplier, deliveries, lastOn, leadDays }) => {
      const usual = leadDays === null ? '' : `, usually in ${count(Math.round(leadDays), 'day')}`;
      return mrkdwn`Buy from ${shorten(supplier, 60)}: delivered it ${deliveries === 1 ? 'once' : count(deliveries, 'time')}${usual}, last ${dayWords(lastOn, now)}`;
    }),
    ...(others.length === 0
      ? [mrkdwn`Nobody else has delivered it: ask the supplier for a part of it earlier, or by air.`]
      : []),
  ];
}

/** The answer where Slack opens no form. */
export function noDateForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/shipment inbound\` has the same buttons.`;
  return message(text, [section(text)]);
}
