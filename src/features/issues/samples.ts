import { message } from '../../ui/blocks.ts';
import { mentionBlocks, mentionText } from '../../ui/mentions.ts';
import { mrkdwn } from '../../ui/text.ts';
import { askedToTake } from './asked-views.ts';
import type { IssueEvent, What } from './event-rules.ts';
import { stepLine } from './line-views.ts';
import type { Filter } from './list-rules.ts';
import { exported, foundIssues, issueList } from './list-views.ts';
import { raisedReply } from './reply-views.ts';
import type { Issue, Somebody } from './rules.ts';
import { mentionOf, touchingList } from './touching-views.ts';
import { issueMessage, ownCard } from './views.ts';
import type { Reading } from './words-views.ts';

const now = new Date('2026-03-02T08:40:00Z');
const read: Reading = { now, timeZone: 'Europe/Berlin' };
const before = new Date('2026-03-02T08:00:00Z');
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1000)}`;
const id = '00000000-0000-7000-8000-000000000017';

const maya: Somebody = {
  id: '00000000-0000-7000-8000-0000000000a1',
  name: 'Maya',
  slackUserId: 'U0MAYA0001',
  active: true,
};

const fresh: Issue = {
  id,
  number: 17,
  kind: 'system',
  severity: 'critical',
  department: 'shipping',
  title: '3PL feed dead',
  details: 'No levels since 02:10.',
  state: 'new',
  owner: null,
  reporter: maya,
  source: 'command',
  place: 'C0OPSDAILY',
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
const taken: Issue = {
  ...fresh,
  state: 'on it',
  owner: maya,
  takenAt: now,
  promiseAt: now,
  acknowledgedAt: now,
};
const event: IssueEvent = {
  id,
  issueId: id,
  what: 'taken',
  at: now,
  by: maya,
  before: {},
  after: { promiseAt: now.toISOString() },
  note: null,
  about: null,
};

const done: Issue = {
  ...taken,
  state: 'done',
  promiseAt: null,
  resolvedAt: now,
  resolutionCode: 'fixed',
  resolutionNote: hostile,
};
const step = (what: What, more: Partial<IssueEvent> = {}) =>
  stepLine({ ...event, what, ...more }, taken, [], read);
const touched = { ...taken, ref: id, total: 1 };
const mentioning = (issues: Parameters<typeof mentionOf>[1]) => {
  const mentions = [mentionOf('sku', issues)].flatMap((one) => one ?? []);
  return message(mrkdwn`MUG-01.${mentionText(mentions)}`, mentionBlocks(mentions));
};
const filter: Filter = { state: 'open', severity: null, department: null, whose: 'all', after: null };
const bad: Issue = {
  ...taken,
  title: hostile,
  department: 'customer service',
  dueAt: before,
  severity: 'critical',
};

export const samples = {
  new: () => issueMessage(fresh, read),
  'somebody is asked': () =>
    issueMessage({ ...fresh, owner: maya, dueAt: new Date('2026-03-02T10:00:00Z') }, read),
  'on it, the promise passed': () => issueMessage(taken, read),
  'its owner has left': () => issueMessage({ ...taken, owner: { ...maya, active: false } }, read),
  'set aside': () => issueMessage({ ...taken, state: 'waiting', snoozedUntil: now, promiseAt: null }, read),
  done: () => issueMessage(done, read),
  closed: () => issueMessage({ ...done, state: 'closed', closedAt: now, resolutionNote: null }, read),
  'for one person, with steps': () => ownCard(fresh, [event], read),
  'hostile, with thirty links and ten long notes': () =>
    ownCard(
      {
        ...fresh,
        title: hostile,
        details: hostile,
        links: Array.from({ length: 30 }, () => ({
          what: 'message' as const,
          ref: id,
          label: hostile,
          url: 'https://shop.example/a?b=1&c=2',
        })),
      },
      Array.from({ length: 10 }, () => ({ ...event, what: 'note' as const, note: hostile })),
      read,
    ),
  'only emoji': () => issueMessage({ ...fresh, title: '🔥'.repeat(200) }, read),
  'right to left': () => issueMessage({ ...fresh, title: '\u202Eطلب متأخر' }, read),
  raised: () => raisedReply(fresh, true),
  'raised before': () => raisedReply({ ...fresh, place: 'U0MAYA0001', title: hostile }, false),
  asked: () => askedToTake(event, { ...fresh, owner: maya, title: hostile, details: hostile }),
  'step: taken': () => step('taken'),
  'step: raised': () => step('raised'),
  'step: seen again': () => step('seen again', { before: { severity: 'low' }, after: { severity: 'high' } }),
  'step: another promise': () => step('promised'),
  'step: assigned': () => step('assigned', { about: maya }),
  'step: severity': () => step('severity', { before: { severity: 'low' }, after: { severity: 'high' } }),
  'step: set aside': () => step('snoozed', { after: { snoozedUntil: now.toISOString() } }),
  'step: woken': () => stepLine({ ...event, what: 'woken', by: null }, fresh, ['U0MAYA0001'], read),
  'step: hostile note': () => step('note', { note: hostile }),
  'step: done': () => step('done', { after: { code: 'fixed' }, note: hostile }),
  'step: reopened': () => step('reopened', { note: hostile }),
  'step: room asked': () => step('room asked'),
  'step: room opened': () => step('room opened', { by: null, after: { room: 'C0ROOM00001' } }),
  'step: room refused': () => step('room refused', { by: null, after: { reason: 'restricted_action' } }),
  'step: closed': () => step('closed'),
  'step: closed after a week': () => step('closed', { by: null }),
  'step: promise passed': () =>
    stepLine({ ...event, what: 'promise passed', by: null }, taken, ['U0MAYA0001'], read),
  'step: leads told': () => stepLine({ ...event, what: 'leads told', by: null }, taken, ['U0LENA0001'], read),
  'step: due passed': () => step('due passed', { by: null, after: { dueAt: now.toISOString() } }),
  'due, and it passed': () => issueMessage({ ...fresh, dueAt: before }, { ...read, lasting: true }),
  'step: its owner left': () => step('released', { by: null, about: { ...maya, active: false } }),
  list: () => issueList({ filter, issues: [fresh, taken], total: 2, next: null }, read),
  'a full page': () =>
    issueList(
      {
        filter: {
          state: 'waiting',
          severity: 'critical',
          department: 'customer service',
          whose: 'mine',
          after: null,
        },
        issues: Array.from({ length: 8 }, () => bad),
        total: 1204,
        next: [3, 123_456_789],
      },
      read,
    ),
  'an empty list': () => issueList({ filter, issues: [], total: 0, next: null }, read),
  exported: () => exported(1),
  'on the card of something that one issue touches': () => mentioning([touched]),
  'on the card of something that many touch': () =>
    mentioning(Array.from({ length: 3 }, () => ({ ...touched, title: hostile, owner: null, total: 7 }))),
  'what touches it': () => touchingList('MUG-01 Stoneware mug', [fresh, taken], read),
  'too many touch it': () =>
    touchingList(
      hostile,
      Array.from({ length: 21 }, () => bad),
      read,
    ),
  'nothing touches it any more': () => touchingList('MUG-01 Stoneware mug', [], read),
  found: () => foundIssues(hostile, [fresh, bad], read),
  'nothing found': () => foundIssues(hostile, [], read),
};
