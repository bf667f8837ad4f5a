import type { Bucket } from '../../src/features/stock/ledger/model.ts';
import { chanceFrom } from '../harness/chance.ts';

// What two processes tell the ledger at random, and what must come of it in whatever order they do. It knows nothing of
// absorbing: at each moment a level is the last statement until then, and all that happened after it.

export const skuCodes = Array.from({ length: 24 }, (_, i) => `SKU-${10 + i}`);
export const locationCodes = ['HAM', 'NYC'] as const;
const shelfBuckets: readonly [Bucket, Bucket] = ['available', 'damaged'];

export interface RaceShelf {
  readonly sku: string;
  readonly location: string;
  readonly bucket: Bucket;
}
interface RaceLeg extends RaceShelf {
  readonly quantity: number;
}
interface RaceEntry {
  readonly at: Date;
  readonly legs: readonly RaceLeg[];
}
interface RaceStatement extends RaceLeg {
  readonly at: Date;
}

/** One transaction: some entries, or some statements. */
export interface RaceStep {
  readonly entries: readonly RaceEntry[];
  readonly statements: readonly RaceStatement[];
}

const opens = Date.UTC(2026, 2, 2, 8);
const minutes = 600;
export const moment = (minute: number): Date => new Date(opens + minute * 60_000);
export const stepsInRound = 50;

/** The steps of a process in a round: the same whenever they are asked for. */
export function stepsOf(round: number, who: string): readonly RaceStep[] {
  const chance = chanceFrom(round * 2 + (who === 'one' ? 0 : 1));
  // Most of it is about four SKUs, so that the two meet.
  const shelf = (): RaceShelf => ({
    sku: skuCodes[chance.below(chance.below(4) === 0 ? skuCodes.length : 4)] ?? '',
    location: chance.pick(locationCodes),
    bucket: chance.pick(shelfBuckets),
  });
  const units = () => chance.below(20) - 10;
  const at = () => moment(chance.below(minutes));
  const leg = (): RaceLeg => ({ ...shelf(), quantity: units() });
  const transfer = (): readonly RaceLeg[] => {
    const [from, quantity] = [shelf(), 1 + chance.below(9)];
    const to = from.location === 'HAM' ? 'NYC' : 'HAM';
    const both = [
      { ...from, quantity: -quantity },
      { ...from, location: to, quantity },
    ];
    return chance.below(2) === 0 ? both : both.toReversed();
  };
  return Array.from({ length: stepsInRound }, (_, step) => {
    // No two statements are about the same moment: of such the last told counts, and that is chance.
    const own = 1 + (((round * stepsInRound + step) * 2 + (who === 'one' ? 0 : 1)) % 59_000);
    const stated = () => new Date(at().getTime() + own);
    switch (chance.below(6)) {
      case 0:
      case 1:
        return { entries: [{ at: at(), legs: [leg()] }], statements: [] };
      case 2:
        return { entries: [{ at: at(), legs: transfer() }], statements: [] };
      case 3: {
        const entries = [at(), at(), at()].map((when) => ({ at: when, legs: transfer() }));
        return { entries, statements: [] };
      }
      case 4: {
        const when = stated();
        const some = new Map([leg(), leg(), leg()].map((one) => [shelfName(one), { ...one, at: when }]));
        return { entries: [], statements: [...some.values()] };
      }
      default: {
        // A file, in one order or the other.
        const [when, location, bucket] = [stated(), chance.pick(locationCodes), chance.pick(shelfBuckets)];
        const rows = skuCodes.map((sku) => ({ sku, location, bucket, quantity: chance.below(50), at: when }));
        return { entries: [], statements: chance.below(2) === 0 ? rows : rows.toReversed() };
      }
    }
  });
}

export const shelfName = ({ sku, location, bucket }: RaceShelf): string => `${sku} ${location} ${bucket}`;

interface History {
  readonly statements: { readonly at: Date; readonly quantity: number }[];
  readonly moved: { readonly at: Date; readonly quantity: number }[];
}

/** What was told about each shelf, by `shelfName`. */
export function historiesOf(steps: readonly RaceStep[]): ReadonlyMap<string, History> {
  const histories = new Map<string, History>();
  const of = (shelf: RaceShelf) => {
    const history = histories.get(shelfName(shelf)) ?? { statements: [], moved: [] };
    histories.set(shelfName(shelf), history);
    return history;
  };
  for (const { entries, statements } of steps) {
    for (const one of statements) of(one).statements.push(one);
    for (const { at, legs } of entries)
      for (const leg of legs) of(leg).moved.push({ at, quantity: leg.quantity });
  }
  return histories;
}

/** What is on a shelf at the end of a moment. */
export function expectedAt({ statements, moved }: History, at: Date): number {
  const anchor = statements
    .filter((one) => one.at <= at)
    .reduce<History['statements'][number] | null>(
      (last, one) => (last && last.at > one.at ? last : one),
      null,
    );
  return moved
    .filter((one) => one.at <= at && (!anchor || one.at > anchor.at))
    .reduce((sum, { quantity }) => sum + quantity, anchor?.quantity ?? 0);
}
