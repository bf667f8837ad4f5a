import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { type ActFacts, type ActRequest, mostNamed } from './model.ts';
import { leftToRefund, mayHaveLeft } from './rules.ts';
import { dayOf, pendingRefunds, shopOf } from './words.ts';

/** What a person has to do in the shop, step by step. */
export function stepsOf(request: ActRequest, facts: ActFacts): readonly string[] {
  const { number, channel, currency, location } = facts;
  const shop = shopOf(channel);
  const bench = location === null ? 'the warehouse' : location;
  const open = `Open order ${number} in ${shop}.`;
  const done = 'Press Done here.';
  switch (request.act) {
    case 'hold':
      return [
        open,
        `Hold it there (${request.reason}).`,
        ...atBench(facts, `Tell ${bench} to put it aside.`),
        done,
      ];
    case 'release':
      return [open, 'Release its hold there.', `Tell ${bench} that it may go.`, done];
    case 'promise':
      return [
        `Tell the customer of order ${number} that it comes by ${dayOf(request.on, facts)}, and why (${request.reason}).`,
        `Where ${shop} shows a date, change it there.`,
        done,
      ];
    case 'expedite':
      return [
        `Tell ${bench} to take order ${number} next.`,
        `If a faster service helps, change it in ${shop} before the label is printed.`,
        done,
      ];
    case 'take back promise':
      return [
        `Tell the customer of order ${number} that ${dayOf(request.on, facts)} was a mistake: it comes as was promised before.`,
        `Where ${shop} shows that day, change it back there.`,
        done,
      ];
    case 'take back expedite':
      return [
        `Tell ${bench} that order ${number} goes in its turn again.`,
        `If a faster service was chosen in ${shop}, change it back before the label is printed.`,
        done,
      ];
    case 'cancel':
      return [
        open,
        `Cancel it there (${request.reason}).`,
        moneyStep(facts),
        ...atBench(facts, `Tell ${bench} to take it apart and put its pieces back.`),
        ...(facts.stage === 'labelled' ? ['Void its label with the carrier.'] : []),
        ...backStep(facts),
        done,
      ];
    case 'reship':
      return [
        `Make a new order in ${shop} for ${request.lines.length === 0 ? `everything of order ${number}` : `${goesWords(facts)} of order ${number}`}, at no charge, and note that it replaces ${number}.`,
        ...(request.reason === 'lost on its way' || request.reason === 'arrived damaged'
          ? ['Claim the parcel from the carrier.']
          : []),
        done,
      ];
    case 'refund':
      return [
        open,
        `Refund ${money(BigInt(request.amountMinor), currency)} there (${request.reason}). Restock only what is back on the shelf.`,
        done,
      ];
  }
}

/** "2 × MUG-01 Mug and 1 × TOWEL-02 Towel"; of more than are named, the pieces in all. */
function goesWords({ goes, pieces }: ActFacts): string {
  return goes.length === 0 || goes.length === mostNamed
    ? `${count(pieces, 'piece')}${goes.length === 0 ? '' : `, among them ${listOf(goes)},`}`
    : listOf(goes);
}

/** How much goes back: what was given, or is asked for, goes once. */
function moneyStep(facts: ActFacts): string {
  const { currency, refunded, stage } = facts;
  const left = leftToRefund(facts);
  const before = [
    ...(BigInt(refunded) > 0n ? [`${money(BigInt(refunded), currency)} given back before`] : []),
    ...pendingRefunds(facts),
  ];
  const why = before.length > 0 ? `: ${listOf(before)}` : '';
  if (left === 0n) return `Give no money back${why || ': nothing is left'}.`;
  const paid = stage === 'placed' ? 'If it is paid, give' : 'Give';
  return `${paid} ${money(left, currency)} back there${before.length > 0 ? ', not more' : ''}${why}.`;
}

/** What has left is not stopped by it. */
function backStep(facts: ActFacts): readonly string[] {
  const { left, pieces } = facts;
  if (left > 0 && left < pieces)
    return [
      `Ask the carrier to bring ${number(left)} of its ${count(pieces, 'piece')} back: ${left === 1 ? 'it has' : 'they have'} left.`,
    ];
  return mayHaveLeft(facts) || left > 0 ? ['Ask the carrier to bring it back: it has left.'] : [];
}

/** Somebody may have it in their hands. */
function atBench({ stage }: ActFacts, step: string): readonly string[] {
  return ['picked', 'packed', 'labelled'].includes(stage) ? [step] : [];
}
