import { money } from '../../../core/text/money.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { Telling, Told } from '../../../core/tokens/approval.ts';
import type { Act, ActFacts, ActRequest } from './model.ts';
import { isUnpacked, leftToRefund, mayHaveLeft } from './rules.ts';

const shops: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  amazon: 'Amazon Seller Central',
  ebay: 'eBay',
  bigcommerce: 'BigCommerce',
};

/** The system in which an order of the channel is changed. */
export function shopOf(channel: string): string {
  return shops[channel] ?? `the shop system of ${channel}`;
}

/** "Fri 4 Dec". */
const dayOf = (day: string): string => dayWords(day, new Date(day));

/** On buttons and forms. */
export const actWords: Readonly<Record<Act, string>> = {
  hold: 'Hold',
  release: 'Release',
  promise: 'New promise',
  expedite: 'Expedite',
  cancel: 'Cancel the order',
  reship: 'Send again',
  refund: 'Refund',
};

/** Completes "Maya asks to …" and the title of the task. */
export function wishOf(request: ActRequest, { number, currency, pieces }: ActFacts): string {
  switch (request.act) {
    case 'hold':
      return `hold order ${number} (${request.reason})`;
    case 'release':
      return `release order ${number} (${request.reason})`;
    case 'promise':
      return `promise order ${number} by ${dayOf(request.on)} (${request.reason})`;
    case 'expedite':
      return `expedite order ${number} (${request.reason})`;
    case 'take back promise':
      return `take back that order ${number} comes by ${dayOf(request.on)}`;
    case 'take back expedite':
      return `take back that order ${number} goes first`;
    case 'cancel':
      return `cancel order ${number} (${request.reason})`;
    case 'reship':
      return `send ${request.lines.length === 0 ? 'all' : count(pieces, 'piece')} of order ${number} again (${request.reason})`;
    case 'refund':
      return `refund ${money(BigInt(request.amountMinor), currency)} of order ${number} (${request.reason})`;
  }
}

/** What speaks against sending it again, or giving money back: whoever asks and whoever says yes reads it first. */
export function doubts(
  act: ActRequest['act'],
  { deliveredOn, sentAgain }: Pick<ActFacts, 'deliveredOn' | 'sentAgain'>,
): readonly (readonly [what: string, told: string])[] {
  if (act !== 'reship' && act !== 'refund') return [];
  return [
    ...(act === 'reship' && deliveredOn !== null ? [['Delivered already', dayOf(deliveredOn)] as const] : []),
    ...(sentAgain.length > 0 ? [['Sent again before', sentAgain.join(', ')] as const] : []),
  ];
}

/** The request in the words for its approvers, in plain text. */
export function tellAct(request: ActRequest, facts: ActFacts, telling: Telling): Told {
  const { currency, total, refunded, held, promised, stage, worth, channel } = facts;
  const of = (minor: string) => money(BigInt(minor), currency);
  const lines: (readonly [string, string])[] = [
    ['Order', `${of(total)}, ${stage.replace('_', ' ')}`],
    ...(held === null ? [] : [['On hold', held] as const]),
    ...(BigInt(refunded) > 0n ? [['Refunded before', of(refunded)] as const] : []),
  ];
  if (request.act === 'promise' && promised !== null)
    lines.push(['Promised before', dayOf(promised.slice(0, 10))]);
  lines.unshift(...doubts(request.act, facts));
  if (request.act === 'reship') lines.push(['Worth of what goes again', of(worth)]);
  if (request.act === 'refund' && telling !== 'stays')
    lines.push(['Left afterwards', of(String(leftToRefund(facts) - BigInt(request.amountMinor)))]);
  if (telling !== 'stays') lines.push(['Not done by me', `a task to do it in ${shopOf(channel)}`]);
  return { what: wishOf(request, facts), lines };
}

/** Changes large enough to ask the approver again. */
export function changedSince(
  before: ActFacts,
  now: ActFacts,
  { act }: Pick<ActRequest, 'act'>,
): readonly string[] {
  const of = (minor: string) => money(BigInt(minor), now.currency);
  const wasUnpacked = isUnpacked(before) && !isUnpacked(now);
  const hasLeft = !mayHaveLeft(before) && mayHaveLeft(now);
  const known = new Map(doubts(act, before));
  const doubted = doubts(act, now).filter(([what, told]) => known.get(what) !== told);
  return [
    ...doubted.map(([what, told]) => `${what}: ${told}`),
    ...(wasUnpacked || hasLeft || (now.stage === 'cancelled' && before.stage !== 'cancelled')
      ? [`Stage: was ${before.stage.replace('_', ' ')}, is ${now.stage.replace('_', ' ')}`]
      : []),
    ...(before.refunded === now.refunded
      ? []
      : [`Refunded: was ${of(before.refunded)}, is ${of(now.refunded)}`]),
    ...(before.total === now.total ? [] : [`Total: was ${of(before.total)}, is ${of(now.total)}`]),
    ...(before.worth === now.worth ? [] : [`Worth: was ${of(before.worth)}, is ${of(now.worth)}`]),
  ];
}

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
        `Tell the customer of order ${number} that it comes by ${dayOf(request.on)}, and why (${request.reason}).`,
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
        `Tell the customer of order ${number} that ${dayOf(request.on)} was a mistake: it comes as was promised before.`,
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
        `Cancel it there (${request.reason}), with the money that was paid.`,
        ...atBench(facts, `Tell ${bench} to take it apart and put its pieces back.`),
        ...(facts.stage === 'labelled' ? ['Void its label with the carrier.'] : []),
        ...(mayHaveLeft(facts) ? ['Ask the carrier to bring it back: it has left.'] : []),
        done,
      ];
    case 'reship':
      return [
        `Make a new order in ${shop} for ${request.lines.length === 0 ? `everything of order ${number}` : `these lines of order ${number}: ${request.lines.length}`}, at no charge, and note that it replaces ${number}.`,
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

/** Somebody may have it in their hands. */
function atBench({ stage }: ActFacts, step: string): readonly string[] {
  return ['picked', 'packed', 'labelled'].includes(stage) ? [step] : [];
}

/** Where the task of its opposite has ended, and the shop stands as is wanted. */
export function endedWords(
  request: ActRequest,
  { number, channel }: ActFacts,
  tasks: readonly number[],
): string {
  const named = tasks.map((task) => `#${task}`).join(', ');
  const [tell, has] = tasks.length === 1 ? ['Task', 'has'] : ['Tasks', 'have'];
  const ended = `${tell} ${named} ${has} ended`;
  switch (request.act) {
    case 'take back promise':
      return `Order ${number} is promised as before. ${ended}: nobody had told the customer yet.`;
    case 'expedite':
      return `Order ${number} goes first again. ${ended}: nobody had told the warehouse otherwise yet.`;
    case 'take back expedite':
      return `Order ${number} goes in its turn again. ${ended}: nobody had told the warehouse yet.`;
    case 'hold':
      return `Order ${number} is on hold here: ${request.reason}. ${ended}: nobody had changed ${shopOf(channel)} yet.`;
    default:
      return `Order ${number} is released here. ${ended}: nobody had changed ${shopOf(channel)} yet.`;
  }
}

/** What came of it, in one sentence: the shop has not changed by it. */
export function outcomeOf(request: ActRequest, facts: ActFacts, task: number): string {
  const { number, channel } = facts;
  const shop = shopOf(channel);
  const asks = `Task #${task} asks to do it in ${shop}, where nothing has changed yet`;
  switch (request.act) {
    case 'hold':
      return `Order ${number} is on hold here: ${request.reason}. ${asks}.`;
    case 'release':
      return `Order ${number} is released here. ${asks}.`;
    case 'promise':
      return `Order ${number} is promised by ${dayOf(request.on)} here. Task #${task} asks to tell the customer.`;
    case 'take back promise':
      return `Order ${number} is promised as before here. Task #${task} asks to tell the customer, who was told ${dayOf(request.on)}.`;
    case 'take back expedite':
      return `Task #${task} asks to tell the warehouse that order ${number} goes in its turn again.`;
    default:
      return `${asks}: ${wishOf(request, facts)}.`;
  }
}

/** What came of an act that is taken back: "order 1042 is promised as before". */
export function backWords({ act }: ActRequest, { number }: ActFacts): string {
  switch (act) {
    case 'hold':
      return `order ${number} on hold again`;
    case 'take back promise':
      return `order ${number} promised as before`;
    case 'take back expedite':
      return `order ${number} in its turn again`;
    default:
      return `order ${number} released again`;
  }
}
