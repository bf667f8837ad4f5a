import { doerOf, nameOf } from '../../../cases/words-views.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import type { Mark } from '../../../ui/card.ts';
import { type Issue, isOpen } from '../issue/model.ts';
import { lateWords, severityWords } from '../issue/words-views.ts';

/** One mark per card: how bad it is, until it is over. */
export function markOf({ severity, state }: Issue): Mark {
  return isOpen(state) ? severity : 'done';
}

/** For whoever is asked to take it: "Critical · Lena asks you to take it". */
export function askingOf({ severity, askedBy }: Issue): string {
  return `${severityWords[severity]} · ${doerOf({ by: askedBy })} asks you to take it`;
}

/** "Critical · nobody is on it", "High · Omar is on it until 14:22, 1 min late", "Done 15:10 (fixed)", "Closed 16:08, done 15:10 (fixed)". */
export function findingOf(issue: Issue, read: Reader): string {
  const { state, severity, resolvedAt, closedAt, resolutionCode } = issue;
  if (isOpen(state)) return `${severityWords[severity]} · ${whoIsOnIt(issue, read)}`;
  const done = resolvedAt ? ` ${momentFor(resolvedAt, read)}` : '';
  const how = resolutionCode ? ` (${resolutionCode})` : '';
  if (state === 'done' || !closedAt) return `Done${done}${how}`;
  const closed = `Closed ${momentFor(closedAt, read)}`;
  return closed.endsWith(done) ? `${closed}${how}` : `${closed}, done${done}${how}`;
}

/** Who is asked to take it from its owner, or how old it is where nobody is on it. A lasting card cannot know: it says when it was raised. */
export function asideOf(
  { state, owner, asked, createdAt, acknowledgedAt }: Issue,
  { now, lasting }: Reader,
): string | null {
  if (asked && owner) return `${nameOf(asked)} is asked to take it`;
  // Of one that somebody was on before, nobody knows here since when nobody is.
  if (state !== 'new' || acknowledgedAt || asked || lasting || now.getTime() - createdAt.getTime() < 60_000)
    return null;
  return distance(createdAt, now);
}

/** "nobody is on it", "Omar is on it until 14:22, 1 min late". */
export function whoIsOnIt(issue: Issue, read: Reader): string {
  const { state, owner, asked, promiseAt, snoozedUntil } = issue;
  if (state === 'waiting') {
    const until = snoozedUntil ? ` until ${momentFor(snoozedUntil, read)}` : '';
    return `waiting${until}${owner ? `, then ${nameOf(owner)} again` : ', nobody is on it'}`;
  }
  if (state === 'new') return asked ? `${nameOf(asked)} is asked, nobody is on it yet` : 'nobody is on it';
  return `${nameOf(owner)} is on it${promiseAt ? ` until ${momentFor(promiseAt, read)}${lateWords(promiseAt, read)}` : ''}`;
}
