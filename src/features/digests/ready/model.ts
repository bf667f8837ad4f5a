import type { Draft } from '../digest/draft-model.ts';

/** Where a ready-made one goes: to whoever adds it, or to the channel with this purpose. */
type Goes = 'me' | 'daily' | 'purchasing';

/** A digest that comes with the bot: added with one tap. */
export interface ReadyMade extends Omit<Draft, 'place'> {
  readonly key: string;
  readonly goes: Goes;
  /** What it is for, in half a sentence. */
  readonly about: string;
}

export interface Offered {
  readonly ready: ReadyMade;
  /** Where it would be posted: null where no channel is known for it. */
  readonly place: string | null;
}

const usual = { skipIfEmpty: false, tolerance: 1, catchUp: 'newest' } as const;
const keyFigures = ['otd', 'ots', 'orders', 'exceptions', 'stockout', 'cancel'];

/** In the order of the day (PRODUCT.md 22). Sections of features that are not there are left out. */
export const readyMade: readonly ReadyMade[] = [
  {
    ...usual,
    key: 'stand-up',
    name: 'Stand-up',
    about: 'what is due today, what was carried over, and what is in the way',
    goes: 'daily',
    when: 'every weekday 06:15',
    period: 'today',
    sections: [
      'orders.due',
      'orders.late',
      'orders.stuck',
      'carriers.collections',
      'purchases.inbound',
      'stock.out',
      'issues.open',
      'issues.on-call',
      'feeds.late',
    ],
    kpis: [],
  },
  {
    ...usual,
    key: 'morning',
    name: 'Morning figures',
    about: 'what went wrong since the last one, and what needs somebody now',
    goes: 'daily',
    when: 'every weekday 08:30',
    period: 'since last',
    sections: [
      'issues.open',
      'orders.late',
      'orders.stuck',
      'shipments.risk',
      'stock.out',
      'approvals.waiting',
      'issues.news',
      'feeds.late',
    ],
    kpis: keyFigures,
  },
  {
    ...usual,
    key: 'manager',
    name: 'My morning',
    about: 'six figures, what moved them, and what waits for you',
    goes: 'me',
    when: 'every weekday 09:00',
    period: 'since last',
    sections: [
      'approvals.waiting',
      'issues.open',
      'orders.late',
      'shipments.risk',
      'issues.news',
      'feeds.late',
    ],
    kpis: keyFigures,
  },
  {
    ...usual,
    key: 'cut-off',
    name: 'After the cut-off',
    about: 'what was not handed over, who is late, and collections that were missed',
    goes: 'daily',
    when: 'after each cut-off',
    period: 'today',
    sections: ['orders.late', 'orders.due', 'orders.stuck', 'carriers.collections', 'shipments.risk'],
    kpis: [],
  },
  {
    ...usual,
    key: 'end-of-day',
    name: 'End of the day',
    about: 'what stays open overnight, and what changed today',
    goes: 'daily',
    when: 'at the end of the day',
    period: 'today',
    sections: ['issues.open', 'issues.news', 'orders.late', 'approvals.waiting'],
    kpis: [],
  },
  {
    ...usual,
    key: 'purchasing',
    name: 'Purchasing',
    about: 'what runs out, and purchase orders that are late',
    goes: 'purchasing',
    when: 'every weekday 10:00',
    period: 'next 7 days',
    sections: ['stock.out', 'stock.low', 'purchases.late', 'purchases.inbound'],
    kpis: [],
    skipIfEmpty: true,
  },
  {
    ...usual,
    key: 'weekly',
    name: 'Last week',
    about: 'the week’s figures against the week before',
    goes: 'daily',
    when: 'every Monday 08:30',
    period: 'last week',
    sections: ['issues.news', 'shipments.risk', 'stock.low', 'purchases.late'],
    kpis: keyFigures,
    catchUp: 'late',
  },
  {
    ...usual,
    key: 'monthly',
    name: 'Last month',
    about: 'the month’s figures against the month before',
    goes: 'daily',
    when: 'first working day of the month 09:00',
    period: 'last month',
    sections: ['issues.news'],
    kpis: keyFigures,
    catchUp: 'late',
  },
  {
    ...usual,
    key: 'heartbeat',
    name: 'Heartbeat',
    about: 'that the bot is well, and what is open',
    goes: 'daily',
    when: 'every day 08:30',
    period: 'today',
    sections: ['ops.health', 'issues.open', 'approvals.waiting', 'feeds.late'],
    kpis: [],
  },
];
