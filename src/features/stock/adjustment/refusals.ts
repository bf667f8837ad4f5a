import { number, signed } from '../../../core/text/quantity.ts';
import {
  type Adjustment,
  type AdjustmentFacts,
  type AdjustNo,
  type ChangeNo,
  maxAdjustment,
} from './rules.ts';

type Change = Pick<Adjustment, 'cause' | 'quantity'>;
type Levels = Pick<AdjustmentFacts, 'available' | 'damaged' | 'location' | 'toEnter'>;

/** Mistakes in the quantity itself. */
export const changeSentences: Readonly<Record<ChangeNo, (change: Change) => string>> = {
  zero: () => 'Zero changes nothing.',
  'too many': () => `At most ${number(maxAdjustment)} units at once.`,
  'only takes away': ({ cause, quantity }) =>
    `The cause ${cause} takes units away: write -${number(quantity)}.`,
  'only adds': ({ cause, quantity }) => `The cause ${cause} adds units: write +${number(-quantity)}.`,
};

/** Why the location or its present levels do not allow it. */
export const adjustSentences: Readonly<Record<AdjustNo, (change: Change, levels: Levels) => string>> = {
  'location is closed': (_, { location }) =>
    `${location} is no longer in use: what it holds can only be taken away.`,
  'not so many available': ({ quantity }, { available, location, toEnter = 0 }) => {
    const waiting = toEnter === 0 ? '' : `, and ${signed(toEnter)} is still to be entered there`;
    return `Only ${number(Math.max(0, available))} available in ${location}${waiting}: you cannot take away ${number(-quantity)}.`;
  },
  'not so many damaged': ({ quantity }, { damaged, location }) =>
    `Only ${number(Math.max(0, damaged))} damaged in ${location}: ${number(quantity)} cannot be put back.`,
};
