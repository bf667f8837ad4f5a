import type { Somebody } from '../../cases/model.ts';
import type { Reader } from '../../core/time/reader.ts';
import type { Paged } from '../../core/tokens/page.ts';
import { lastingOf } from '../../core/tokens/reply.ts';
import { message } from '../../ui/blocks.ts';
import { mentionBlocks } from '../../ui/mentions.ts';
import { mrkdwn } from '../../ui/text.ts';
import { eventMessage, reminder, toldEvent } from './card/line-views.ts';
import type { ShownApproval } from './card/model.ts';
import { askedReply, undoReply } from './card/reply-views.ts';
import { approvalMessage, ownCard } from './card/views.ts';
import type { ListedApproval } from './inbox/model.ts';
import { foundApprovals } from './inbox/search-views.ts';
import { approvalList, pendingList, pendingMention } from './inbox/views.ts';
import type { ApprovalEvent, EventKind } from './request/event-model.ts';
import type { ApprovalFilter } from './request/list-filter.ts';
import type { Approval, Vote } from './request/model.ts';

const now = new Date('2026-03-02T08:40:00Z');
export const sampleReader: Reader = { now, timeZone: 'Europe/Berlin' };
const before = new Date('2026-03-02T08:00:00Z');
const later = new Date('2026-03-02T15:00:00Z');
export const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1000)}`;
const id = '00000000-0000-7000-8000-000000000012';

const person = (name: string, n: number): Somebody => ({
  id: `00000000-0000-7000-8000-0000000000a${n}`,
  name,
  slackUserId: `U0${name.toUpperCase()}0001`,
  active: true,
});
const [maya, lena, omar] = [person('Maya', 1), person('Lena', 2), person('Omar', 3)];
const lead = { role: 'lead', department: null, people: [] } as const;
const yes: Vote = { person: lena, inPlaceOf: null, stage: 0, choice: 'approve', reason: null, at: now };

const waiting: Approval = {
  id,
  number: 12,
  kind: 'stock.adjustment',
  request: {},
  facts: {},
  subject: 'MUG-01',
  quantity: 40,
  amountMinor: 18_000n,
  location: 'HAM',
  supplier: null,
  why: 'A pallet fell over.',
  requester: maya,
  requestedAt: before,
  state: 'waiting',
  round: 1,
  stage: 0,
  policyVersion: 0,
  policy: {
    rule: 'adjustment',
    stages: [
      { needs: 2, of: { ...lead, people: [] } },
      { needs: 1, of: { ...lead, role: 'manager', people: [] } },
    ],
    breakGlass: true,
  },
  expiresAt: later,
  askedAt: before,
  reminders: 0,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  outcome: null,
  ranAt: null,
  undoUntil: null,
  undoOfId: null,
  undoOf: null,
  undo: null,
  votes: [],
  places: [],
};
export const sampleApproval: ShownApproval = {
  approval: waiting,
  title: 'Stock adjustment',
  told: {
    what: 'write off 40 × MUG-01 in Hamburg',
    lines: [
      ['Available', '120 → 80'],
      ['Cover', '34 → 22 days'],
      ['Value', '€180.00'],
    ],
  },
  because: 'over 5 units in 24 hours (41 before this)',
  may: null,
  stages: ['2 leads', 'a manager'],
  asked: [
    { name: 'Omar', inPlaceOf: null },
    { name: 'Maya', inPlaceOf: 'Lena' },
  ],
};
const as = (more: Partial<Approval>): ShownApproval => ({
  ...sampleApproval,
  approval: { ...waiting, ...more },
});
const card = (more: Partial<Approval>) => approvalMessage(as(more), sampleReader);
const decided = { votes: [yes], decidedBy: lena, decidedAt: now } as const;
const done = {
  ...decided,
  state: 'done',
  outcome: 'MUG-01 in Hamburg: 80 available, was 120.',
  undoUntil: later,
} as const;
const event: ApprovalEvent = {
  id,
  caseId: id,
  what: 'approved',
  at: now,
  by: lena,
  about: null,
  before: {},
  after: {},
  note: null,
};
const eventLine = (what: EventKind, more: Partial<ApprovalEvent> = {}) =>
  eventMessage({ ...event, what, ...more }, sampleApproval, []);
export const hostileApproval: ShownApproval = {
  ...as({ why: hostile, requester: { ...maya, name: hostile }, round: 2, reason: hostile }),
  told: {
    what: hostile,
    lines: Array.from({ length: 12 }, (): readonly [string, string] => ['Title', hostile]),
  },
  title: 'Request',
  asked: Array.from({ length: 5 }, () => ({ name: hostile, inPlaceOf: hostile })),
};

const filter: Paged<ApprovalFilter> = { state: 'waiting', kind: null, whose: 'all', after: null };
const kinds = [{ id: 'stock.adjustment', title: 'Stock adjustment' }];
export const sampleLine: ListedApproval = { ...sampleApproval, forMe: true };
export const samplePage = { filter, kinds, total: 2, left: 0, forMe: 1, next: null };
const asked = { id, number: 12, state: 'waiting', said: 'Approval 12 waits for a yes.' } as const;

const ownEvents = [{ ...event, what: 'asked' as const, by: maya }, event];

const pending = ({ approval, told }: ShownApproval) => ({ approval: { ...approval, total: 3 }, told });

export const samples = {
  waiting: () => card({}),
  'one yes of two': () => approvalMessage(as({ votes: [yes] }), { ...sampleReader, lasting: true }),
  'second stage, a vote by a delegate': () =>
    card({ stage: 1, votes: [yes, { ...yes, person: omar, inPlaceOf: lena }] }),
  'asked again': () => card({ round: 2, reason: 'Available: was 40, is 3' }),
  'nobody can decide now': () => approvalMessage({ ...sampleApproval, asked: [] }, sampleReader),
  'approved, not done yet': () => card({ ...decided, state: 'approved' }),
  done: () => card(done),
  'done by an override': () =>
    card({
      ...done,
      votes: [{ ...yes, person: omar, choice: 'override', reason: hostile }],
      outcome: null,
      undoUntil: null,
    }),
  'done by the policy': () => {
    const policy = { rule: 'small adjustment', stages: [], breakGlass: false };
    const approved = as({ state: 'done', outcome: 'Done.', policy });
    return approvalMessage({ ...approved, stages: [], asked: [] }, sampleReader);
  },
  'undo waiting': () => card({ ...done, undo: { number: 14, state: 'waiting' } }),
  undone: () => card({ ...done, undo: { number: 14, state: 'done' } }),
  rejected: () => card({ ...decided, state: 'rejected', decidedBy: omar, reason: hostile }),
  withdrawn: () => card({ state: 'withdrawn', decidedBy: maya, decidedAt: now }),
  expired: () => card({ state: 'expired' }),
  failed: () => card({ ...decided, state: 'failed', outcome: hostile }),
  'own card with events': () => ownCard(sampleApproval, ownEvents, sampleReader),
  'own card where it stays': () => lastingOf(ownCard(sampleApproval, ownEvents, sampleReader)),
  'own card, hostile, with ten long notes': () =>
    ownCard(
      hostileApproval,
      Array.from({ length: 10 }, () => ({ ...event, what: 'question' as const, note: hostile })),
      sampleReader,
    ),
  'event: asked': () => eventLine('asked', { by: maya }),
  'event: automatic': () => eventLine('automatic', { note: "approved by policy 'small adjustment'" }),
  'event: approved': () => eventLine('approved', { about: omar }),
  'event: stage filled': () => eventLine('stage filled', { by: null, after: { stage: 1 } }),
  'event: stage filled, recorded as a note': () =>
    eventLine('stage filled', { by: null, note: 'it waits for a manager' }),
  'event: asked again over a lost yes': () =>
    eventLine('asked again', { by: null, about: lena, after: { lost: 'may not any more' } }),
  'event: failed, since its requester may not ask any more': () =>
    eventLine('failed', { by: null, after: { code: 'requester may not' } }),
  'event: rejected': () => eventLine('rejected', { note: hostile }),
  'event: overridden': () => eventLine('overridden', { note: hostile }),
  'event: asked again': () =>
    eventLine('asked again', { by: null, note: 'Available: was 40, is 3\nCover 3 days' }),
  'event: done': () => eventLine('done', { by: null, note: 'MUG-01 in Hamburg: 80 available, was 120.' }),
  'event: failed': () => eventLine('failed', { by: null, note: hostile }),
  'event: tried again': () => eventLine('tried again'),
  'event: question': () =>
    eventMessage({ ...event, what: 'question', note: hostile }, hostileApproval, ['U0MAYA0001']),
  'event: answer': () => eventLine('answer', { note: hostile }),
  'event: withdrawn': () => eventLine('withdrawn'),
  'event: given up': () => eventLine('given up'),
  'event: reminded': () => eventLine('reminded', { by: null }),
  'event: put off': () => eventLine('put off', { by: null }),
  'event: taken up': () => eventLine('taken up', { by: null }),
  'event: expired': () => eventLine('expired', { by: null }),
  'event: undo asked': () => eventLine('undo asked', { note: '14' }),
  'event: undone': () => eventLine('undone', { by: null, note: '14' }),
  'direct message: rejected': () => toldEvent({ ...event, what: 'rejected', note: hostile }, hostileApproval),
  'direct message: question': () => toldEvent({ ...event, what: 'question', note: hostile }, sampleApproval),
  reminder: () => reminder(hostileApproval, sampleReader),
  list: () =>
    approvalList({ ...samplePage, rows: [sampleLine, { ...sampleLine, forMe: false }] }, sampleReader),
  'list, a full page': () =>
    approvalList(
      {
        filter: { state: 'withdrawn', kind: 'stock.adjustment', whose: 'for me', after: null },
        kinds,
        total: 1204,
        left: 1196,
        forMe: 0,
        next: [1, 123_456_789],
        rows: Array.from({ length: 8 }, () => ({ ...hostileApproval, forMe: true })),
      },
      sampleReader,
    ),
  'list, nothing waits': () => approvalList({ ...samplePage, total: 0, rows: [] }, sampleReader),
  'list, nothing waits for the reader': () =>
    approvalList({ ...samplePage, filter: { ...filter, whose: 'for me' }, total: 0, rows: [] }, sampleReader),
  'pending about one subject': () =>
    pendingList(Array(20).fill({ ...hostileApproval, forMe: false }), sampleReader),
  'nothing pending any more': () => pendingList([], sampleReader),
  'pending, on the card of its subject': () => {
    const mention = pendingMention(id, [pending(hostileApproval), pending(sampleApproval)]);
    return message(mrkdwn`MUG-01`, mentionBlocks(mention ? [mention] : []));
  },
  found: () => foundApprovals(hostile, [sampleApproval, hostileApproval], sampleReader),
  'nothing found': () => foundApprovals(hostile, [], sampleReader),
  'request made': () => askedReply(asked),
  'undo requested': () => undoReply(asked, 12),
  'undone at once': () =>
    undoReply({ ...asked, state: 'done', said: 'MUG-01 in Hamburg: 120 available, was 80.' }, 12),
};
