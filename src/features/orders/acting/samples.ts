import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import { actFormView } from './form-views.ts';
import { type Act, type ActFacts, type ActRequest, acts, reasons } from './model.ts';
import { acted, noActForm } from './views.ts';
import { tellAct } from './words.ts';

const id = '01961b1c-0000-7000-8000-000000000001';
const hostile = '<!channel> *free* <https://x.example|click> '.repeat(20);

const facts: ActFacts = {
  number: '1042',
  channel: 'shopify',
  kind: 'sale',
  stage: 'packed',
  currency: 'EUR',
  total: '8640',
  refunded: '0',
  held: null,
  heldHere: false,
  heldThere: false,
  shipBy: '2026-03-02T15:00:00.000Z',
  promised: '2026-03-05',
  location: 'Hamburg',
  deliveredOn: null,
  sentAgain: [],
  left: 0,
  goes: ['2 × MUG-01 Mug'],
  today: '2026-03-02',
  pieces: 3,
  worth: '8640',
  asked: [],
};
const hard: ActFacts = {
  ...facts,
  number: hostile.slice(0, 100),
  channel: hostile,
  held: hostile,
  refunded: '4000',
  stage: 'labelled',
  location: hostile.slice(0, 60),
  deliveredOn: '2026-03-04',
  left: 2,
  goes: Array.from({ length: 20 }, () => hostile.slice(0, 200)),
  asked: [
    {
      act: 'refund',
      task: 11,
      approval: 10,
      approvalId: '',
      amountMinor: '1250',
      on: null,
      reason: hostile.slice(0, 40),
      isDone: false,
      lines: [],
    },
  ],
  sentAgain: [`order ${hostile.slice(0, 100)}`, 'task #7'],
};

function requestOf(act: Act): ActRequest {
  const about = { orderId: id, reason: reasons[act][0] };
  switch (act) {
    case 'promise':
      return { act, ...about, on: '2026-03-09' };
    case 'reship':
      return { act, ...about, lines: ['n:1'] };
    case 'refund':
      return { act, ...about, amountMinor: '4240' };
    default:
      return { act, ...about };
  }
}

const kinds = {
  hold: 'orders.change',
  release: 'orders.change',
  promise: 'orders.change',
  expedite: 'orders.change',
  cancel: 'orders.cancel',
  reship: 'orders.reship',
  refund: 'orders.refund',
} as const;

const outcome = { id, number: 12, said: 'Order 1042 is on hold here: address.', task: id };

export const actSamples: Samples = {
  ...Object.fromEntries(
    acts.flatMap((act) => [
      [`asked to ${act}`, () => ({ approval: kinds[act], told: tellAct(requestOf(act), facts, 'would be') })],
      [
        `asked to ${act}, hostile`,
        () => ({ approval: kinds[act], told: tellAct(requestOf(act), hard, 'is') }),
      ],
    ]),
  ),
  'asked to take a promise back': () => ({
    approval: 'orders.change',
    told: tellAct(
      { act: 'take back promise', orderId: id, reason: 'taken back', on: '2026-03-09' },
      facts,
      'would be',
    ),
  }),
  'asked to take an expedite back': () => ({
    approval: 'orders.change',
    told: tellAct({ act: 'take back expedite', orderId: id, reason: 'taken back' }, hard, 'is'),
  }),
  'an act is done': () => acted({ ...outcome, state: 'done', request: requestOf('hold'), facts }),
  'an act waits': () =>
    acted({
      ...outcome,
      state: 'waiting',
      said: 'Approval 12 waits for a yes from a lead.',
      request: requestOf('refund'),
      facts: hard,
      task: null,
    }),
  'no form for an act': () => noActForm(),
};

const line = { key: 'n:1', code: 'MUG-01', title: hostile, pieces: 2, unitPriceMinor: 1450n };

export const actFormSamples: FormSamples = {
  ...Object.fromEntries(
    acts.map((act) => [`act: ${act}`, () => actFormView({ id, act, facts: hard, lines: [] })]),
  ),
  'send some lines again': () =>
    actFormView({
      id,
      act: 'reship',
      facts,
      lines: Array.from({ length: 10 }, (_, i) => ({ ...line, key: `n:${i}` })),
    }),
};
