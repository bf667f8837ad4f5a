import type { Feature } from '../core/declare/feature.ts';
import { approvals } from './approvals/feature.ts';
import { bulk } from './bulk/feature.ts';
import { carriers } from './carriers/feature.ts';
import { charts } from './charts/feature.ts';
import { digests } from './digests/feature.ts';
import { exports } from './exports/feature.ts';
import { feeds } from './feeds/feature.ts';
import { home } from './home/feature.ts';
import { issues } from './issues/feature.ts';
import { jobs } from './jobs/feature.ts';
import { kpis } from './kpis/feature.ts';
import { locations } from './locations/feature.ts';
import { messages } from './messages/feature.ts';
import { ops } from './ops/feature.ts';
import { orders } from './orders/feature.ts';
import { people } from './people/feature.ts';
import { purchases } from './purchases/feature.ts';
import { shipments } from './shipments/feature.ts';
import { sources } from './sources/feature.ts';
import { stock } from './stock/feature.ts';
import { watches } from './watches/feature.ts';

/** Every feature, in the order in which help lists them. A contract test names a folder that is left out. */
export const features: readonly Feature[] = [
  stock,
  orders,
  shipments,
  purchases,
  locations,
  carriers,
  feeds,
  issues,
  approvals,
  kpis,
  digests,
  people,
  home,
  messages,
  jobs,
  watches,
  exports,
  charts,
  bulk,
  sources,
  ops,
];

// What comes in says so, and how fresh everything is.
export { feedReadings, hear, merged, noteFailure, spreadOf } from './feeds/index.ts';
// What App Home is made of, and who has it open.
export {
  closedHome,
  homeBlocks,
  isHomeOpen,
  isNews,
  noteHome,
  openHome,
  takeOpenHomes,
} from './home/index.ts';
// Who is told when something of ours keeps failing, and what is known of it.
export { failureNotes, reportTrouble } from './jobs/index.ts';
// The facts that the drain keeps.
export { factFamilies, foldFacts, getFamilies, parkFailing, rebuildFamily } from './kpis/index.ts';
// What the outbox says by itself, and what it puts several messages into.
export {
  adviceOn,
  answer,
  budgetOf,
  bundle,
  catchUp,
  notice,
  overflow,
  retry,
  say,
  undelivered,
} from './messages/index.ts';
// What the adapters need to know of people: who somebody is, and whom to ask.
export {
  adminAccounts,
  enrol,
  findPeople,
  greet,
  holdRights,
  identify,
  lostRace,
  type SlackAccount,
  whoMay,
} from './people/index.ts';
// What the receiver of webhooks checks, and where it writes them.
export {
  aboutDelivery,
  filedKinds,
  hasSources,
  keepDelivery,
  keepFile,
  keepRefusals,
  pathPrefix,
  type Receiver,
  type RefusalCount,
  type RefusalReason,
  receivers,
  type Said,
  type SourceKind,
  trialBody,
  trialTopic,
} from './sources/index.ts';
