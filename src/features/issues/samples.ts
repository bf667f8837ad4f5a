import { message } from '../../ui/blocks.ts';
import { mentionBlocks, mentionText } from '../../ui/mentions.ts';
import { mrkdwn } from '../../ui/text.ts';
import type { About } from './about-rules.ts';
import { askedToTake } from './asked-views.ts';
import type { IssueEvent, What } from './event-rules.ts';
import { stepLine } from './line-views.ts';
import type { Filter } from './list-rules.ts';
import { exported, foundIssues, issueList } from './list-views.ts';
import type { IssueStep } from './playbook-rules.ts';
import { playbookStarted } from './playbook-views.ts';
import { playbookOf, playbooks } from './ready-made-rules.ts';
import { raisedReply } from './reply-views.ts';
import type { Review, ReviewDocument } from './review-rules.ts';
import { reviewExported, reviewMessage } from './review-views.ts';
import type { Issue, Somebody } from './rules.ts';
import { timelineMessage } from './timeline-views.ts';
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
const stepsOf = (playbook: string, more: Partial<IssueStep> = {}): readonly IssueStep[] =>
  (playbookOf(playbook)?.steps ?? []).map(({ what, owner, details }, i) => ({
    id,
    playbook,
    ordinal: i + 1,
    what,
    details: details ?? null,
    owner,
    dueAt: now,
    remindedAt: null,
    state: 'open',
    settledAt: null,
    settledBy: null,
    reason: null,
    ...more,
  }));
const strike = stepsOf('carrier-strike').map(
  (one, i): IssueStep => (i > 1 ? one : { ...one, state: 'done', settledAt: now, settledBy: maya }),
);
const skippedAll = stepsOf('recall', { state: 'skipped', settledAt: now, settledBy: maya, reason: hostile });
const twenty = Array.from({ length: 20 }, (_, i): IssueStep => {
  return {
    ...(stepsOf('recall')[0] as IssueStep),
    playbook: '',
    ordinal: i + 1,
    what: hostile.slice(0, 200),
  };
});
const withSteps = (steps: readonly IssueStep[]): About => ({ steps, standing: new Map([[id, hostile]]) });
const begun = (playbook: string) =>
  playbookStarted(
    { ...event, what: 'playbook started', after: { playbook } },
    taken,
    stepsOf(playbook),
    read,
  );
const written: Review = {
  version: 1,
  cause: 'system or data',
  happened: 'The 3PL changed a password and told nobody.',
  wentWell: null,
  toChange: 'Ask for the change calendar.',
  ordersAffected: 42,
  valueMinor: 1_234_500n,
  currency: 'EUR',
  writtenBy: maya,
  writtenAt: now,
};
const looked: ReviewDocument = { issue: done, review: written, events: [event], followUps: [taken] };
const noisy = Array.from({ length: 20 }, () => ({ ...event, what: 'note' as const, note: hostile }));
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
  'its playbook is under way': () => issueMessage(taken, read, withSteps(strike)),
  'its playbook for one person': () => ownCard(taken, [event], read, withSteps(strike)),
  'every step was skipped': () => ownCard(taken, [event], read, withSteps(skippedAll)),
  'twenty hostile steps and ten long notes': () =>
    ownCard({ ...bad, details: hostile }, noisy.slice(0, 10), read, withSteps(twenty)),
  'done, with steps left': () => ownCard(done, [event], read, withSteps(strike)),
  ...Object.fromEntries(playbooks.map(({ key, title }) => [`begun: ${title}`, () => begun(key)])),
  'step: playbook started': () => step('playbook started', { after: { playbook: 'recall' } }),
  'step: step added': () =>
    step('step added', { after: { step: 7, name: hostile, dueAt: now.toISOString() } }),
  'step: step done': () => step('step done', { after: { step: 2, name: 'Call them' } }),
  'step: step skipped': () => step('step skipped', { after: { step: 2, name: 'Call them' }, note: hostile }),
  'step: step late': () =>
    step('step late', { by: null, after: { step: 2, name: 'Call them', dueAt: now.toISOString() } }),
  'step: follow-up': () => step('follow-up', { after: { number: 18, name: hostile } }),
  'step: somebody takes a follow-up themselves': () => step('assigned', { about: maya }),
  'step: review written': () => step('reviewed', { before: { version: 0 } }),
  'step: review changed': () => step('reviewed', { before: { version: 1 } }),
  'step: review missed': () => step('review missed', { by: null, after: { severity: 'high' } }),
  timeline: () => timelineMessage({ issue: taken, events: [event], earlier: null }, read),
  'a hostile timeline': () => timelineMessage({ issue: bad, events: noisy, earlier: id }, read),
  'a timeline of what is over': () => timelineMessage({ issue: done, events: [event], earlier: null }, read),
  review: () => reviewMessage(looked, written, read),
  'a hostile review': () =>
    reviewMessage(
      {
        ...looked,
        issue: { ...bad, state: 'done' },
        events: noisy,
        followUps: Array.from({ length: 12 }, () => bad),
      },
      {
        ...written,
        happened: hostile,
        wentWell: hostile,
        toChange: hostile,
        ordersAffected: null,
        valueMinor: null,
      },
      read,
    ),
  'review without follow-ups': () =>
    reviewMessage({ ...looked, followUps: [] }, { ...written, writtenBy: null }, read),
  'review as a file': () => reviewExported(17),
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
