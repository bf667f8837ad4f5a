import { after } from '../../../core/declare/follow.ts';
import type { Follower } from '../../../core/runtime/followers.ts';
import type { Operation } from '../../../core/runtime/operation.ts';
import {
  addCollection,
  addException,
  editCollection,
  endCollection,
  removeException,
} from '../../carriers/index.ts';
import { hear } from '../../feeds/index.ts';
import { addDayOff, editLocation, removeDayOff, removeHours, setHours } from '../../locations/index.ts';
import { addRule, endRule } from '../promising/save.ts';
import { refoldingOpen } from './jobs.ts';

/** By when orders ship, what was promised and where they stop is made of these. */
const settings = {
  'add-collection': addCollection,
  'edit-collection': editCollection,
  'end-collection': endCollection,
  'add-exception': addException,
  'remove-exception': removeException,
  'set-hours': setHours,
  'remove-hours': removeHours,
  'add-day-off': addDayOff,
  'remove-day-off': removeDayOff,
  'edit-location': editLocation,
  'add-promise': addRule,
  'end-promise': endRule,
} as const satisfies Readonly<Record<string, Operation<never, unknown>>>;

const again = { changes: [], jobs: [refoldingOpen.with({})] };

/** The shop was set otherwise: open orders are folded again. */
export const followSettings: readonly Follower[] = Object.entries(settings).map(([name, operation]) =>
  after(operation as Operation<never, unknown>, {
    name: `orders.refold-after-${name}`,
    follow: async () => again,
  }),
);

/** Kinds of files that set the shop. */
const settingKinds = ['locations', 'carriers', 'collections', 'promises'];

/** The same by a file. */
export const followFiles = after(hear, {
  name: 'orders.refold-after-file',
  follow: async (_, { kinds }) =>
    kinds.some((kind) => settingKinds.includes(kind)) ? again : { changes: [] },
});
