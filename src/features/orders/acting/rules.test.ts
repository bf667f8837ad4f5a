import { expect, test } from 'vitest';
import type { ActFacts, ActRequest } from './model.ts';
import { actSentences } from './refusals.ts';
import { contradicted, isUnpacked, offered, whyNotAct } from './rules.ts';
import { changedSince, doubts, outcomeOf, stepsOf, tellAct } from './words.ts';

const orderId = '01961b1c-0000-7000-8000-000000000001';
const facts: ActFacts = {
  number: '1042',
  channel: 'shopify',
  kind: 'sale',
  stage: 'paid',
  currency: 'EUR',
  total: '8640',
  refunded: '0',
  held: null,
  heldHere: false,
  heldThere: false,
  shipBy: null,
  promised: '2026-03-05',
  location: 'Hamburg',
  deliveredOn: null,
  sentAgain: [],
  pieces: 3,
  worth: '8640',
  asked: [],
};
const asked = (act: ActRequest['act'], more: Partial<ActFacts['asked'][number]> = {}) => ({
  act,
  task: 7,
  approval: 3,
  approvalId: '',
  amountMinor: null,
  reason: '',
  on: null,
  isDone: false,
  lines: [],
  ...more,
});
const today = '2026-03-02';
const about = { orderId, reason: 'other' };
const hold: ActRequest = { act: 'hold', ...about };
const release: ActRequest = { act: 'release', ...about };
const cancel: ActRequest = { act: 'cancel', ...about };
const expedite: ActRequest = { act: 'expedite', ...about };
const reship = { act: 'reship' as const, ...about, lines: [] as string[] };
const promise = (on: string): ActRequest => ({ act: 'promise', ...about, on });
const refund = (amountMinor: string): ActRequest => ({ act: 'refund', ...about, amountMinor });

test.each<[string, ActRequest, Partial<ActFacts>, string | null]>([
  ['a credit is nothing to act on', hold, { kind: 'credit' }, 'is a credit'],
  ['an order that waits is held', hold, {}, null],
  ['a printed label can still be held back', hold, { stage: 'labelled' }, null],
  ['what the carrier has is not held', hold, { stage: 'handed_over' }, 'has left'],
  ['what is held here is not held twice', hold, { held: 'address', heldHere: true }, 'is held here'],
  ['what the shop holds may be held here as well', hold, { held: 'fraud check' }, null],
  ['only what is held is released', release, {}, 'is not held'],
  ['a hold of the shop is released by a task', release, { held: 'fraud check' }, null],
  ['today may be promised', promise('2026-03-02'), {}, null],
  ['yesterday may not', promise('2026-03-01'), {}, 'is past'],
  ['a day in a year may be promised', promise('2027-03-02'), {}, null],
  ['a later one is a slip', promise('2062-03-09'), {}, 'is too far'],
  ['the same day is no new promise', promise('2026-03-05'), {}, 'is promised so'],
  ['what has arrived is promised no more', promise('2026-03-09'), { stage: 'delivered' }, 'is delivered'],
  ['what is on its way gets a new promise', promise('2026-03-09'), { stage: 'handed_over' }, null],
  [
    'a promise is taken back while it is the last',
    { act: 'take back promise', ...about, on: '2026-03-05' },
    {},
    null,
  ],
  [
    'but not after another',
    { act: 'take back promise', ...about, on: '2026-03-04' },
    {},
    'is promised otherwise',
  ],
  ['what has left is not expedited', expedite, { stage: 'handed_over' }, 'has left'],
  ['a cancelled order is not cancelled', cancel, { stage: 'cancelled' }, 'is cancelled'],
  ['what has left may be called back', cancel, { stage: 'handed_over' }, null],
  ['what has arrived may not', cancel, { stage: 'delivered' }, 'is delivered'],
  ['what has not left is not sent again', reship, {}, 'has not left'],
  ['what came back is sent again', reship, { stage: 'returned' }, null],
  ['an order without goods is not', reship, { stage: 'delivered', pieces: 0 }, 'is nothing'],
  ['all of it may be refunded', refund('8640'), {}, null],
  ['a cent more may not', refund('8641'), {}, 'is more than is left'],
  ['nor what was refunded before', refund('4641'), { refunded: '4000' }, 'is more than is left'],
  ['nothing is no refund', refund('0'), {}, 'is nothing'],
  [
    'what is asked for is as good as refunded',
    refund('4641'),
    { asked: [asked('refund', { amountMinor: '4000' })] },
    'is more than is left',
  ],
  ['the rest of it may be', refund('4640'), { asked: [asked('refund', { amountMinor: '4000' })] }, null],
  ['a second click cancels nothing twice', cancel, { asked: [asked('cancel')] }, 'is asked already'],
  ['another act is another', cancel, { asked: [asked('refund', { amountMinor: '1' })] }, null],
  [
    'what goes again goes once',
    reship,
    { stage: 'delivered', asked: [asked('reship', { lines: ['n:1'] })] },
    'is asked already',
  ],
  [
    'another line may go besides',
    { ...reship, lines: ['n:2'] },
    { stage: 'delivered', asked: [asked('reship', { lines: ['n:1'] })] },
    null,
  ],
  ['a cancelled order may be refunded', refund('100'), { stage: 'cancelled' }, null],
])('%s', (_, request, differing, no) => {
  const here = { ...facts, ...differing };
  expect(whyNotAct(request, here, today)).toBe(no);
  if (no) expect(actSentences[no as keyof typeof actSentences](here, request)).toMatch(/\.$/);
});

test('taking a promise back ends the task of that promise alone', () => {
  const all = [
    asked('promise', { on: '2026-03-04', task: 7 }),
    asked('promise', { on: '2026-03-05', task: 8 }),
  ];
  const back: ActRequest = { act: 'take back promise', ...about, on: '2026-03-05' };
  expect(contradicted(back, { asked: all }).map(({ task }) => task)).toEqual([8]);
  // What somebody has done already has to be put right, not forgotten.
  expect(contradicted(back, { asked: all.map((one) => ({ ...one, isDone: true })) })).toEqual([]);
});

test('nobody is asked before an order is packed', () => {
  const unpacked = [
    'placed',
    'paid',
    'allocated',
    'picked',
    'packed',
    'labelled',
    'handed_over',
    'cancelled',
  ];
  expect(unpacked.filter((stage) => isUnpacked({ stage }))).toEqual([
    'placed',
    'paid',
    'allocated',
    'picked',
  ]);
});

test.each<[Partial<ActFacts>, readonly string[]]>([
  [{}, ['hold', 'promise', 'expedite', 'refund', 'cancel']],
  [{ held: 'address', heldHere: true }, ['release', 'promise', 'expedite', 'refund', 'cancel']],
  [{ stage: 'handed_over' }, ['promise', 'reship', 'refund', 'cancel']],
  [{ stage: 'delivered' }, ['reship', 'refund']],
  [{ stage: 'cancelled' }, ['refund']],
  [{ kind: 'credit' }, []],
])('an order that is %j is offered %j', (differing, acts) => {
  expect(offered({ ...facts, ...differing })).toEqual(acts);
});

test('the steps name the shop, and never pretend that it was changed', () => {
  expect(stepsOf(cancel, { ...facts, stage: 'labelled' })).toEqual([
    'Open order 1042 in Shopify.',
    'Cancel it there (other), with the money that was paid.',
    'Tell Hamburg to take it apart and put its pieces back.',
    'Void its label with the carrier.',
    'Press Done here.',
  ]);
  expect(outcomeOf(refund('1250'), facts, 7)).toBe(
    'Task #7 asks to do it in Shopify, where nothing has changed yet: refund €12.50 of order 1042 (other).',
  );
  expect(outcomeOf(hold, { ...facts, channel: 'own-shop' }, 7)).toContain('the shop system of own-shop');
});

test('who says yes is asked again when the order has moved on', () => {
  expect(changedSince(facts, { ...facts, stage: 'picked' }, cancel)).toEqual([]);
  expect(changedSince(facts, { ...facts, stage: 'packed', refunded: '100' }, cancel)).toEqual([
    'Stage: was paid, is packed',
    'Refunded: was €0.00, is €1.00',
  ]);
});

test('who asks for it again, and who says yes, reads that it has arrived or was sent again', () => {
  const arrived = {
    ...facts,
    stage: 'delivered',
    deliveredOn: '2026-03-04',
    sentAgain: ['order 1043', 'task #7'],
  };
  expect(doubts('reship', arrived)).toEqual([
    ['Delivered already', 'Wed 4 Mar'],
    ['Sent again before', 'order 1043, task #7'],
  ]);
  expect(doubts('refund', arrived)).toEqual([['Sent again before', 'order 1043, task #7']]);
  expect(doubts('cancel', arrived)).toEqual([]);
  expect(tellAct(reship, arrived, 'would be').lines.slice(0, 2)).toEqual(doubts('reship', arrived));
  // It arrives while the request waits: whoever says yes looks again.
  const before = { ...arrived, deliveredOn: null };
  expect(changedSince(before, arrived, reship)).toEqual(['Delivered already: Wed 4 Mar']);
});
