import { hashOf } from '../../../core/text/content-hash.ts';
import type { Kept } from '../telling/hash.ts';
import { type HandOverWay, handOverWays, type Milestone } from '../telling/said.ts';
import type { FoldedMilestone } from './model.ts';
import { isTracked } from './scan-rules.ts';
import { isRebuilt } from './statement-order.ts';

/**
 * Everything that was said to be reached, each event once: it counts if its latest statement does not take it back, from
 * the earliest moment that was told of it. What nobody had said is not taken back: a source may say so with every word. Ids are compared with their source: another's are other events.
 */
export function milestonesOf(statements: readonly Kept[]): readonly FoldedMilestone[] {
  const events = new Map<string, FoldedMilestone>();
  for (const { source, milestones = [] } of statements)
    for (const { what, part, at, by = null, retracted, eventKey } of milestones) {
      const id = eventKey ?? hashOf({ source, what, part, at });
      // Of a tracking number the carriers' last word counts, whichever of them says it.
      const isScan = isTracked(part);
      const key = isScan ? JSON.stringify([what, part]) : JSON.stringify([source, what, part, id]);
      const before = events.get(key);
      if (!before && retracted) continue;
      const said = { source, what, part, eventKey: id, at, by, retracted };
      const isAnew = isScan || !before || before.retracted || retracted;
      events.set(key, isAnew ? said : better(before, said));
    }
  const keyOf = ({ source, what, part, eventKey }: FoldedMilestone) =>
    JSON.stringify([source, what, part, eventKey]);
  return [...events.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The better known of two events, else the earlier. */
function better<Event extends Sign>(a: Event, b: Event): Event {
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  if (rankA !== rankB) return rankA < rankB ? a : b;
  return b.at < a.at ? b : a;
}

/** A sign that something was reached. */
export interface Sign {
  readonly at: Date;
  readonly by: HandOverWay | null;
}

const rankOf = ({ by }: Sign) => (by === null ? handOverWays.length : handOverWays.indexOf(by));

/**
 * When a part reached something: a scan beats a manifest, and that what was told; else the earliest. Null: nobody says
 * that it did.
 */
export function bestSign(signs: readonly Sign[]): Sign | null {
  const [first, ...others] = signs;
  return first ? others.reduce(better, first) : null;
}

/** The events that count: what was rebuilt from rows only where nobody told it. */
export function countingOf(events: readonly FoldedMilestone[]): readonly FoldedMilestone[] {
  const standing = events.filter(({ retracted }) => !retracted);
  const told = new Set(
    standing.filter(({ source, part }) => !isRebuilt(source) && !isTracked(part)).map(({ what }) => what),
  );
  return standing.filter(({ source, what }) => !isRebuilt(source) || !told.has(what));
}

/** When the whole order was said to reach something. */
export function wholeSign(counting: readonly FoldedMilestone[], what: Milestone): Sign | null {
  return bestSign(counting.filter((one) => one.what === what && one.part === ''));
}
