import type { Somebody } from '../../cases/model.ts';
import type { Reader } from '../../core/time/reader.ts';
import type { EventKind, IssueEvent } from './issue/event-model.ts';
import type { Issue } from './issue/model.ts';
import { eventMessage } from './timeline/line-views.ts';

// The parts that samples of every view are made of.
export const now = new Date('2026-03-02T08:40:00Z');
export const read: Reader = { now, timeZone: 'Europe/Berlin' };
export const before = new Date('2026-03-02T08:00:00Z');
export const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1000)}`;
export const id = '00000000-0000-7000-8000-000000000017';

export const maya: Somebody = {
  id: '00000000-0000-7000-8000-0000000000a1',
  name: 'Maya',
  slackUserId: 'U0MAYA0001',
  active: true,
};

export const fresh: Issue = {
  id,
  number: 17,
  kind: 'system',
  connector: null,
  severity: 'critical',
  department: 'shipping',
  title: '3PL feed dead',
  details: 'No levels since 02:10.',
  state: 'new',
  owner: null,
  asked: null,
  askedBy: null,
  reporter: maya,
  source: 'command',
  place: 'C0OPSDAILY',
  copies: [],
  dueAt: null,
  promiseAt: null,
  remindedAt: null,
  snoozedUntil: null,
  takenAt: null,
  acknowledgedAt: null,
  resolvedAt: null,
  resolutionCode: null,
  resolutionNote: null,
  closedAt: null,
  roomAskedAt: null,
  room: null,
  roomRefused: null,
  createdAt: before,
  links: [],
};
export const taken: Issue = {
  ...fresh,
  state: 'on it',
  owner: maya,
  takenAt: now,
  promiseAt: now,
  acknowledgedAt: now,
};
export const event: IssueEvent = {
  id,
  caseId: id,
  what: 'taken',
  at: now,
  by: maya,
  before: {},
  after: { promiseAt: now.toISOString() },
  note: null,
  about: null,
};

export const done: Issue = {
  ...taken,
  state: 'done',
  promiseAt: null,
  resolvedAt: now,
  resolutionCode: 'fixed',
  resolutionNote: hostile,
};
export const step = (what: EventKind, more: Partial<IssueEvent> = {}) =>
  eventMessage({ ...event, what, ...more }, taken, [], read);

export const noisy = Array.from({ length: 20 }, () => ({ ...event, what: 'note' as const, note: hostile }));
export const bad: Issue = {
  ...taken,
  title: hostile,
  department: 'customer service',
  dueAt: before,
  severity: 'critical',
};
