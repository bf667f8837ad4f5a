import { timeIn } from '../../../core/time/time-zone.ts';
import { type Issue, isOpen } from './model.ts';

/** Who reads the sentence, and when. */
export interface Asker {
  readonly now: Date;
  readonly timeZone: string;
  /** Null: no person, such as the console. */
  readonly personId: string | null;
  /** Holds the right to direct the work of others. */
  readonly directs: boolean;
}

type Taken = Pick<Issue, 'number' | 'state' | 'owner' | 'takenAt' | 'resolvedAt'>;

/** Why "I'm on it" cannot be said, as a sentence; null: it can. */
export function whyNotTake(issue: Taken, asker: Asker): string | null {
  const { owner, takenAt } = issue;
  if (!isOpen(issue.state)) return isOver(issue, asker);
  if (issue.state !== 'on it' || !owner?.active) return null;
  const since = takenAt ? ` since ${timeIn(asker.timeZone, takenAt, asker.now)}` : '';
  return owner.id === asker.personId
    ? `You have been on it${since}.`
    : `${owner.name} has been on it${since}: they were first.`;
}

/** Why it cannot be set aside, given to somebody else or finished. */
export function whyNotWorkOn(issue: Taken, asker: Asker): string | null {
  return isOpen(issue.state) ? null : isOver(issue, asker);
}

/** A promise is its owner's; a lead may change it as well. */
export function whyNotPromise(issue: Taken, asker: Asker): string | null {
  if (!isOpen(issue.state)) return isOver(issue, asker);
  if (issue.state !== 'on it') return `Nobody is on issue ${issue.number} just now.`;
  if (issue.owner?.id === asker.personId || asker.directs) return null;
  return `The promise is ${issue.owner?.name ?? 'its owner'}’s to change.`;
}

export function whyNotReopen(issue: Taken): string | null {
  return isOpen(issue.state) ? `Issue ${issue.number} is open.` : null;
}

export function whyNotClose(issue: Taken): string | null {
  if (issue.state === 'closed') return `Issue ${issue.number} is closed already.`;
  return issue.state === 'done' ? null : `Issue ${issue.number} is not done yet.`;
}

function isOver({ number, state, resolvedAt }: Taken, { timeZone, now }: Asker): string {
  const since = resolvedAt ? ` since ${timeIn(timeZone, resolvedAt, now)}` : '';
  return `Issue ${number} is ${state}${since}.`;
}

/** A room is for what is critical and open, and there is one at most. */
export function whyNotRoom(
  issue: Taken & Pick<Issue, 'severity' | 'room' | 'roomAskedAt' | 'roomRefused'>,
  asker: Asker,
): string | null {
  if (!isOpen(issue.state)) return isOver(issue, asker);
  if (issue.severity !== 'critical')
    return `Issue ${issue.number} is not critical: its thread is room enough.`;
  if (issue.room) return `Issue ${issue.number} has a room.`;
  return issue.roomAskedAt && !issue.roomRefused ? `A room for issue ${issue.number} is being opened.` : null;
}
