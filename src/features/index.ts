import type { Feature } from '../core/declare/feature.ts';
import { approvals } from './approvals/feature.ts';
import { home } from './home/feature.ts';
import { issues } from './issues/feature.ts';
import { jobs } from './jobs/feature.ts';
import { messages } from './messages/feature.ts';
import { ops } from './ops/feature.ts';
import { orders } from './orders/feature.ts';
import { people } from './people/feature.ts';
import { stock } from './stock/feature.ts';

/** Every feature, in the order in which help lists them. A contract test names a folder that is left out. */
export const features: readonly Feature[] = [
  stock,
  orders,
  issues,
  approvals,
  people,
  home,
  messages,
  jobs,
  ops,
];

// What App Home is made of, and who has it open.
export { isHomeOpen, isNews, noteHome, openHome, takeOpenHomes } from './home/keep.ts';
export { closedHome, homeBlocks } from './home/views.ts';
// Whom to tell when something of ours keeps failing.
export { tellTrouble } from './jobs/trouble/tell.ts';
// What the outbox says by itself, and what it puts several messages into.
export { notice } from './messages/notice.ts';
export { answer, bundle, catchUp, overflow, unsaid } from './messages/notifications.ts';
export { retry } from './messages/retry.ts';
export { budgetOf } from './messages/rules.ts';
export { say } from './messages/say.ts';
// What the adapters need to know of people: who somebody is, and whom to ask.
export { enrol, lostRace } from './people/enrol.ts';
export { greet } from './people/greet.ts';
export { identify } from './people/identify.ts';
export { findPeople } from './people/list.ts';
export type { SlackAccount } from './people/rules.ts';
export { adminAccounts, whoMay } from './people/who-may.ts';
