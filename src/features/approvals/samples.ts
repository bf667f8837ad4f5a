import type { Somebody } from '../../cases/model.ts';
import type { Reader } from '../../core/time/reader.ts';
import type { Paged } from '../../core/tokens/page.ts';
import { lastingOf } from '../../core/tokens/reply.ts';
import { message } from '../../ui/blocks.ts';
import { mentionBlocks } from '../../ui/mentions.ts';
import { fileOf } from '../../ui/paged-list.ts';
import { mrkdwn } from '../../ui/text.ts';
import { eventMessage, reminder, toldEvent } from './card/line-views.ts';
import type { Shown } from './card/model.ts';
import { askedReply, undoReply } from './card/reply-views.ts';
import { approvalMessage, ownCard } from './card/views.ts';
import type { Line } from './inbox/model.ts';
import { foundApprovals } from './inbox/search-views.ts';
import { approvalList, pendingList, pendingMention } from './inbox/views.ts';
import type { ApprovalEvent, EventKind } from './request/event-model.ts';
import type { Filter } from './request/list-filter.ts';
import type { Approval, Vote } from './request/model.ts';

const now = new Date('2026-03-02T08:40:00Z');
export const read: Reader = { now, timeZone: 'Europe/Berlin' };
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
export const shown: Shown = {
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
  stages: ['2 leads', 'a manager'],
  asked: ['Lena', 'Omar'],
};
const as = (more: Partial<Approval>): Shown => ({ ...shown, approval: { ...waiting, ...more } });
const decided = { votes: [yes], decidedBy: lena, decidedAt: now } as const;
const done = as({ ...decided, state: 'done', outcome: 'MUG-01 in Hamburg: 120 → 80.', undoUntil: later });
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
const drawn = (what: EventKind, more: Partial<ApprovalEvent> = {}) =>
  eventMessage({ ...event, what, ...more }, shown, []);
export const bad: Shown = {
  ...as({ why: hostile, requester: { ...maya, name: hostile }, round: 2, reason: hostile }),
  told: {
    what: hostile,
    lines: Array.from({ length: 12 }, (): readonly [string, string] => ['Title', hostile]),
  },
  title: 'Request',
  asked: [hostile, hostile, hostile, hostile, hostile],
};

const filter: Paged<Filter> = { state: 'waiting', kind: null, whose: 'all', after: null };
const kinds = [{ id: 'stock.adjustment', title: 'Stock adjustment' }];
export const line: Line = { ...shown, forMe: true };
export const page = { filter, kinds, total: 2, left: 0, forMe: 1, next: null };
const asked = { id, number: 12, state: 'waiting', said: 'Approval 12 waits for a yes.' } as const;

const approvalListFound = (found: readonly Shown[]) => foundApprovals(hostile, found, read);

export const samples = {
  'all as a file': () => fileOf(1_204, 'approval'),
  waiting: () => approvalMessage(shown, read),
  'one yes of two': () => approvalMessage(as({ votes: [yes] }), { ...read, lasting: true }),
  'the second stage, by a delegate': () =>
    approvalMessage(as({ stage: 1, votes: [yes, { ...yes, person: omar, inPlaceOf: lena }] }), read),
  'asked again': () => approvalMessage(as({ round: 2, reason: 'Available: was 40, is 3' }), read),
  'nobody can decide it just now': () => approvalMessage({ ...shown, asked: [] }, read),
  'approved, not done yet': () => approvalMessage(as({ ...decided, state: 'approved' }), read),
  done: () => approvalMessage(done, read),
  'done in an emergency': () =>
    approvalMessage(
      as({
        ...decided,
        state: 'done',
        votes: [{ ...yes, person: omar, choice: 'override', reason: hostile }],
        outcome: null,
      }),
      read,
    ),
  'done by the policy': () =>
    approvalMessage(
      {
        ...as({
          state: 'done',
          outcome: 'Done.',
          policy: { rule: 'small adjustment', stages: [], breakGlass: false },
        }),
        stages: [],
        asked: [],
      },
      read,
    ),
  'undo is asked for': () =>
    approvalMessage(
      { ...done, approval: { ...done.approval, undo: { number: 14, state: 'waiting' } } },
      read,
    ),
  undone: () =>
    approvalMessage({ ...done, approval: { ...done.approval, undo: { number: 14, state: 'done' } } }, read),
  rejected: () =>
    approvalMessage(as({ ...decided, state: 'rejected', decidedBy: omar, reason: hostile }), read),
  withdrawn: () => approvalMessage(as({ state: 'withdrawn', decidedBy: maya, decidedAt: now }), read),
  expired: () => approvalMessage(as({ state: 'expired' }), read),
  failed: () => approvalMessage(as({ ...decided, state: 'failed', outcome: hostile }), read),
  'for one person, with events': () => ownCard(shown, [{ ...event, what: 'asked', by: maya }, event], read),
  'for one person, where it stays': () =>
    lastingOf(ownCard(shown, [{ ...event, what: 'asked', by: maya }, event], read)),
  'hostile, with ten long notes': () =>
    ownCard(
      bad,
      Array.from({ length: 10 }, () => ({ ...event, what: 'question' as const, note: hostile })),
      read,
    ),
  'event: asked': () => drawn('asked', { by: maya }),
  'event: automatic': () => drawn('automatic', { note: "approved by policy 'small adjustment'" }),
  'event: yes': () => drawn('approved', { about: omar }),
  'event: stage filled': () => drawn('stage filled', { by: null, after: { stage: 1 } }),
  'event: stage filled, as it was kept before': () =>
    drawn('stage filled', { by: null, note: 'it waits for a manager' }),
  'event: a yes that does not count any more': () =>
    drawn('asked again', { by: null, about: lena, after: { lost: 'may not any more' } }),
  'event: failed without its requester': () =>
    drawn('failed', { by: null, after: { code: 'requester may not' } }),
  'event: no': () => drawn('rejected', { note: hostile }),
  'event: emergency': () => drawn('overridden', { note: hostile }),
  'event: asked again': () =>
    drawn('asked again', { by: null, note: 'Available: was 40, is 3\nCover 3 days' }),
  'event: done': () => drawn('done', { by: null, note: 'MUG-01 in Hamburg: 120 → 80.' }),
  'event: failed': () => drawn('failed', { by: null, note: hostile }),
  'event: tried again': () => drawn('tried again'),
  'event: question': () => eventMessage({ ...event, what: 'question', note: hostile }, bad, ['U0MAYA0001']),
  'event: answer': () => drawn('answer', { note: hostile }),
  'event: withdrawn': () => drawn('withdrawn'),
  'event: given up': () => drawn('given up'),
  'event: reminded': () => drawn('reminded', { by: null }),
  'event: put off': () => drawn('put off', { by: null }),
  'event: taken up': () => drawn('taken up', { by: null }),
  'event: expired': () => drawn('expired', { by: null }),
  'event: undo asked': () => drawn('undo asked', { note: '14' }),
  'event: undone': () => drawn('undone', { by: null, note: '14' }),
  told: () => toldEvent({ ...event, what: 'rejected', note: hostile }, bad),
  'told a question': () => toldEvent({ ...event, what: 'question', note: hostile }, shown),
  reminder: () => reminder(bad, read),
  list: () => approvalList({ ...page, rows: [line, { ...line, forMe: false }] }, read),
  'a full page': () =>
    approvalList(
      {
        filter: { state: 'withdrawn', kind: 'stock.adjustment', whose: 'for me', after: null },
        kinds,
        total: 1204,
        left: 1196,
        forMe: 0,
        next: [1, 123_456_789],
        rows: Array.from({ length: 8 }, () => ({ ...bad, forMe: true })),
      },
      read,
    ),
  'nothing waits': () => approvalList({ ...page, total: 0, rows: [] }, read),
  'nothing waits for me': () =>
    approvalList({ ...page, filter: { ...filter, whose: 'for me' }, total: 0, rows: [] }, read),
  'pending about one thing': () => pendingList(Array(20).fill({ ...bad, forMe: false }), read),
  'nothing pending any more': () => pendingList([], read),
  'on the card of a thing': () =>
    message(
      mrkdwn`MUG-01`,
      mentionBlocks([pendingMention(id, [bad, shown, shown])].flatMap((one) => one ?? [])),
    ),
  found: () => approvalListFound([shown, bad]),
  'nothing found': () => approvalListFound([]),
  'asked for': () => askedReply(asked),
  'undo asked for': () => undoReply(asked, 12),
  'undone at once': () => undoReply({ ...asked, state: 'done', said: 'MUG-01 in Hamburg: 80 → 120.' }, 12),
};
