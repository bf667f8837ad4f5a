import type { ActingReader, Sentences } from '../../../cases/refusals.ts';
import { moment } from '../../../core/time/reader.ts';
import { type Issue, isOpen } from './model.ts';

type Judged = Pick<Issue, 'number' | 'state' | 'owner' | 'takenAt' | 'resolvedAt'>;

export type IssueNo =
  | 'is over'
  | 'is yours'
  | 'is taken'
  | 'nobody is on it'
  | "is another's promise"
  | 'is open'
  | 'is closed'
  | 'is not done'
  | 'is not critical'
  | 'has a room'
  | 'room is being opened';

export const issueSentences: Sentences<IssueNo, Judged> = {
  'is over': ({ number, state, resolvedAt }, reader) =>
    `Issue ${number} ${resolvedAt ? 'has been' : 'is'} ${state}${since(resolvedAt, reader)}.`,
  'is yours': ({ takenAt }, reader) => `You have been on it${since(takenAt, reader)}.`,
  'is taken': ({ owner, takenAt }, reader) =>
    `${owner?.name ?? 'Somebody'} has been on it${since(takenAt, reader)}: they were first.`,
  'nobody is on it': ({ number }) => `Nobody is on issue ${number}.`,
  "is another's promise": ({ owner }) =>
    `Only ${owner?.name ?? 'its owner'} or a lead can change that promise.`,
  'is open': ({ number }) => `Issue ${number} is open.`,
  'is closed': ({ number }) => `Issue ${number} is closed already.`,
  'is not done': ({ number }) => `Issue ${number} is not done yet.`,
  'is not critical': ({ number }) => `Issue ${number} is not critical: its thread is enough.`,
  'has a room': ({ number }) => `Issue ${number} has a room already.`,
  'room is being opened': ({ number }) => `A room for issue ${number} is being opened.`,
};

/** Why an issue cannot be taken; null: it can. */
export function whyNotTake({ state, owner }: Judged, { personId }: ActingReader): IssueNo | null {
  if (!isOpen(state)) return 'is over';
  if (state !== 'on it' || !owner?.active) return null;
  return owner.id === personId ? 'is yours' : 'is taken';
}

/** Why an issue cannot be snoozed, assigned or resolved. */
export function whyNotWorkOn({ state }: Pick<Issue, 'state'>): IssueNo | null {
  return isOpen(state) ? null : 'is over';
}

/** Only the owner and people who direct others may change a promise. `directs`: the reader does. */
export function whyNotPromise(
  { state, owner }: Judged,
  { personId }: ActingReader,
  directs: boolean,
): IssueNo | null {
  if (!isOpen(state)) return 'is over';
  if (state !== 'on it') return 'nobody is on it';
  return owner?.id === personId || directs ? null : "is another's promise";
}

export function whyNotReopen({ state }: Pick<Issue, 'state'>): IssueNo | null {
  return isOpen(state) ? 'is open' : null;
}

export function whyNotClose({ state }: Pick<Issue, 'state'>): IssueNo | null {
  if (state === 'closed') return 'is closed';
  return state === 'done' ? null : 'is not done';
}

/** Only a critical, open issue gets a room, and only one. */
export function whyNotRoom(
  issue: Pick<Issue, 'state' | 'severity' | 'room' | 'roomAskedAt' | 'roomRefused'>,
): IssueNo | null {
  if (!isOpen(issue.state)) return 'is over';
  if (issue.severity !== 'critical') return 'is not critical';
  if (issue.room) return 'has a room';
  return issue.roomAskedAt && !issue.roomRefused ? 'room is being opened' : null;
}

export type MomentNo = 'has passed';

export const momentSentences: Sentences<MomentNo> = {
  'has passed': () => 'That moment has passed.',
};

/** Why a due moment is refused; null: it is accepted, or none is given. */
export function whyNotDueAt(dueAt: Date | null, { now }: ActingReader): MomentNo | null {
  return dueAt && dueAt <= now ? 'has passed' : null;
}

function since(at: Date | null, { timeZone, now }: ActingReader): string {
  return at ? ` since ${moment(at, now, timeZone)}` : '';
}
