import { expect, test } from 'vitest';
import { actFormView } from './form-views.ts';
import type { ActFacts, ActRequest } from './model.ts';
import { outcomeOf } from './outcomes.ts';
import { actSentences } from './refusals.ts';
import { contradicted, isUnpacked, offered, whyNotAct } from './rules.ts';
import { stepsOf } from './steps.ts';
import { inverseOf } from './undo-rules.ts';
import { changedSince, doubts, tellAct, wishOf } from './words.ts';

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
  left: 0,
  goes: [],
  today: '2026-03-02',
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
const there = { held: 'fraud check', heldThere: true };
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
  ['nothing is no refund', refund('0'), {}, 'is no amount'],
  ['nor is less', refund('-500'), {}, 'is no amount'],
  [
    'what the shop holds is asked to be released once',
    release,
    { ...there, asked: [asked('release')] },
    'is asked already',
  ],
  [
    'what is held here as well is released',
    release,
    { ...there, heldHere: true, asked: [asked('release')] },
    null,
  ],
  ['what is to be cancelled is not expedited', expedite, { asked: [asked('cancel')] }, 'is to be cancelled'],
  ['nor held', hold, { asked: [asked('cancel', { task: null })] }, 'is to be cancelled'],
  [
    'nor promised',
    promise('2026-03-09'),
    { asked: [asked('cancel', { isDone: true })] },
    'is to be cancelled',
  ],
  ['nor sent again', reship, { stage: 'handed_over', asked: [asked('cancel')] }, 'is to be cancelled'],
  [
    'once the shop has told of it, it is',
    reship,
    { stage: 'cancelled', asked: [asked('cancel', { isDone: true })] },
    null,
  ],
  [
    'a hold of ours is taken back all the same',
    release,
    { held: 'address', heldHere: true, asked: [asked('cancel')] },
    null,
  ],
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

test('a new promise ends the task of an older one, and a cancellation that of an expedite', () => {
  const all = [
    asked('promise', { on: '2026-03-04', task: 7 }),
    asked('expedite', { task: 8 }),
    asked('hold', { task: 9 }),
  ];
  const tasks = (request: ActRequest) => contradicted(request, { asked: all }).map(({ task }) => task);
  expect(tasks(promise('2026-03-09'))).toEqual([7]);
  expect(tasks(cancel)).toEqual([8]);
  expect(outcomeOf(promise('2026-03-09'), facts, 10, [7])).toBe(
    'Order 1042 is promised by Mon 9 Mar here. Task #10 asks to tell the customer. Task #7 has ended: this takes its place.',
  );
});

test('a release of a hold of the shop is never said to be done', () => {
  expect(outcomeOf(release, { ...facts, ...there }, 16)).toBe(
    'Order 1042 stays on hold until Shopify tells that it is released. Task #16 asks to do it there.',
  );
  expect(inverseOf({ act: 'release', ...about }, { ...facts, ...there })).toBeNull();
});

test('the task to send again names what goes', () => {
  const goes = ['2 × TOWEL-02 Towel, grey', '1 × MUG-01 Mug'];
  expect(stepsOf({ ...reship, lines: ['n:1', 'n:2'] }, { ...facts, goes })[0]).toBe(
    'Make a new order in Shopify for 2 × TOWEL-02 Towel, grey and 1 × MUG-01 Mug of order 1042, at no charge, and note that it replaces 1042.',
  );
});

test('a cancellation says what has left and what money is left to give back', () => {
  const parted = {
    ...facts,
    left: 2,
    refunded: '1000',
    asked: [
      asked('refund', { amountMinor: '1250', task: 11 }),
      asked('refund', { amountMinor: '4000', task: null, approval: 10 }),
      asked('refund', { amountMinor: '100', task: 9, isDone: true }),
    ],
  };
  expect(tellAct(cancel, parted, 'would be').lines).toEqual([
    ['Order', '€86.40, paid'],
    ['Refunded before', '€10.00'],
    ['Has left already', '2 of 3 pieces'],
    [
      'To be given back already',
      '€12.50 asked for in task #11, €40.00 asked for in approval 10 and €1.00 given back by task #9',
    ],
    ['Left to give back', '€22.90'],
    ['Not done by me', 'a task to do it in Shopify'],
  ]);
  expect(stepsOf(cancel, parted)).toEqual([
    'Open order 1042 in Shopify.',
    'Cancel it there (other).',
    'Give €22.90 back there, not more: €10.00 given back before, €12.50 asked for in task #11, €40.00 asked for in approval 10 and €1.00 given back by task #9.',
    'Ask the carrier to bring 2 of its 3 pieces back: they have left.',
    'Press Done here.',
  ]);
  expect(stepsOf(cancel, { ...facts, stage: 'placed' })[2]).toBe('If it is paid, give €86.40 back there.');
});

test('a day of another year is told with it', () => {
  expect(wishOf(promise('2027-01-04'), facts)).toBe('promise order 1042 by Mon 4 Jan 2027 (other)');
  expect(wishOf(promise('2026-12-04'), facts)).toBe('promise order 1042 by Fri 4 Dec (other)');
});

test('the form of a cancellation keeps the order or cancels it; that of a promise shows the one in force', () => {
  expect(actFormView({ id: orderId, act: 'cancel', facts, lines: [] })).toMatchObject({
    submit: 'Cancel the order',
    close: 'Keep the order',
  });
  const form = JSON.stringify(actFormView({ id: orderId, act: 'promise', facts, lines: [] }));
  expect(form).toContain('*Promised now*: Thu 5 Mar');
  expect(form).toContain(
    'If it needs a yes, I ask for it first; then a task asks somebody to do it in Shopify',
  );
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
  expect(unpacked.filter((stage) => isUnpacked({ stage, left: 0 }))).toEqual([
    'placed',
    'paid',
    'allocated',
    'picked',
  ]);
  // A part of it that has left is lost as well.
  expect(isUnpacked({ stage: 'paid', left: 1 })).toBe(false);
});

test.each<[Partial<ActFacts>, readonly string[]]>([
  [{}, ['hold', 'promise', 'expedite', 'refund', 'cancel']],
  [{ held: 'address', heldHere: true }, ['release', 'promise', 'expedite', 'refund', 'cancel']],
  [{ stage: 'handed_over' }, ['promise', 'reship', 'refund', 'cancel']],
  [{ stage: 'delivered' }, ['reship', 'refund']],
  [{ stage: 'cancelled' }, ['refund']],
  [{ ...there, asked: [asked('release')] }, ['hold', 'promise', 'expedite', 'refund', 'cancel']],
  [{ asked: [asked('cancel')] }, ['refund']],
  [{ stage: 'handed_over', asked: [asked('cancel')] }, ['refund']],
  [{ kind: 'credit' }, []],
])('an order that is %j is offered %j', (differing, acts) => {
  expect(offered({ ...facts, ...differing })).toEqual(acts);
});

test('the steps name the shop, and never pretend that it was changed', () => {
  expect(stepsOf(cancel, { ...facts, stage: 'labelled' })).toEqual([
    'Open order 1042 in Shopify.',
    'Cancel it there (other).',
    'Give €86.40 back there.',
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
