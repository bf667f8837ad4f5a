import type { ActingReader, Sentences } from '../../../cases/refusals.ts';
import { moment } from '../../../core/time/reader.ts';
import { type Issue, isOpen } from './model.ts';

type Judged = Pick<Issue, 'number' | 'severity' | 'state' | 'owner' | 'asked' | 'takenAt' | 'resolvedAt'>;

export type IssueNo =
  | 'is over'
  | 'is yours'
  | 'is taken'
  | 'nobody is on it'
  | "is another's promise"
  | "is another's to pass on"
  | "is another's to snooze"
  | "is another's to end"
  | 'is not asked of you'
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
  "is another's to pass on": ({ number, owner }) =>
    `${ownerOf(owner)} is on issue ${number}: only they or a lead can pass it on.`,
  "is another's to snooze": ({ number, owner }) =>
    `${ownerOf(owner)} is on issue ${number}: only they or a lead can snooze it.`,
  "is another's to end": ({ number, owner }) =>
    `Issue ${number} is Critical and ${ownerOf(owner)} is on it: only they or a lead can say that it is done.`,
  'is not asked of you': ({ number }) => `Nobody asks you to take issue ${number}.`,
  'is open': ({ number }) => `Issue ${number} is open.`,
  'is closed': ({ number }) => `Issue ${number} is closed already.`,
  'is not done': ({ number }) => `Issue ${number} is not done yet.`,
  'is not critical': ({ number }) => `Issue ${number} is not critical: its thread is enough.`,
  'has a room': ({ number }) => `Issue ${number} has a room already.`,
  'room is being opened': ({ number }) => `A room for issue ${number} is being opened.`,
};

/** Why an issue cannot be taken; null: it can. */
export function whyNotTake({ state, owner, asked }: Judged, { personId }: ActingReader): IssueNo | null {
  if (!isOpen(state)) return 'is over';
  if (!owner?.active) return null;
  if (owner.id === personId) return state === 'on it' ? 'is yours' : null;
  return asked?.id === personId ? null : 'is taken';
}

/** Why somebody cannot decline an issue; null: they were asked to take it. */
export function whyNotDecline({ state, asked }: Judged, { personId }: ActingReader): IssueNo | null {
  if (!isOpen(state)) return 'is over';
  return asked && asked.id === personId ? null : 'is not asked of you';
}

/** Only the owner and people who direct others may hand an issue over or release it. */
export function whyNotPassOn(issue: Judged, reader: ActingReader, directs: boolean): IssueNo | null {
  if (!isOpen(issue.state)) return 'is over';
  if (!issue.owner) return 'nobody is on it';
  return isAnothers(issue, reader, directs) ? "is another's to pass on" : null;
}

/** What somebody is on does not fall silent without them. */
export function whyNotSnooze(issue: Judged, reader: ActingReader, directs: boolean): IssueNo | null {
  if (!isOpen(issue.state)) return 'is over';
  return isAnothers(issue, reader, directs) ? "is another's to snooze" : null;
}

/** Nobody ends a critical issue behind its owner's back, except who directs others. */
export function whyNotResolve(issue: Judged, reader: ActingReader, directs: boolean): IssueNo | null {
  if (!isOpen(issue.state)) return 'is over';
  return issue.severity === 'critical' && isAnothers(issue, reader, directs) ? "is another's to end" : null;
}

function isAnothers({ owner }: Judged, { personId }: ActingReader, directs: boolean): boolean {
  return owner?.active === true && owner.id !== personId && !directs;
}

/** Why an issue cannot be worked on. */
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

function ownerOf(owner: Issue['owner']): string {
  return owner?.name ?? 'Somebody';
}

function since(at: Date | null, { timeZone, now }: ActingReader): string {
  return at ? ` since ${moment(at, now, timeZone)}` : '';
}
