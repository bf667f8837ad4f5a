import type { KnownBlock } from '@slack/types';
import type { Told } from '../../core/tokens/approval.ts';
import { lastingOf } from '../../core/tokens/reply.ts';
import { message } from '../../ui/blocks.ts';
import { mentionBlocks } from '../../ui/mentions.ts';
import { mrkdwn } from '../../ui/text.ts';
import { reminder, stepLine, toldStep } from './card/line-views.ts';
import type { Shown } from './card/model.ts';
import { askedReply, undoReply } from './card/reply-views.ts';
import { approvalMessage, ownCard } from './card/views.ts';
import type { Reading } from './card/words-views.ts';
import type { Line } from './inbox/model.ts';
import { foundApprovals } from './inbox/search-views.ts';
import { approvalList, askedByMe, pendingList, pendingMention, toDecide } from './inbox/views.ts';
import type { ApprovalEvent, What } from './request/event-model.ts';
import type { Filter } from './request/list-filter.ts';
import type { Approval, Somebody, Vote } from './request/model.ts';

const now = new Date('2026-03-02T08:40:00Z');
export const read: Reading = { now, timeZone: 'Europe/Berlin' };
const before = new Date('2026-03-02T08:00:00Z');
const later = new Date('2026-03-02T15:00:00Z');
export const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1000)}`;
export const requestId = '00000000-0000-7000-8000-000000000012';
const id = requestId;

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
const shown: Shown = {
  approval: waiting,
  title: 'Stock adjustment',
  told: {
    what: 'write off 40 × MUG-01 in Hamburg',
    lines: [
      ['Available', '120 → 80'],
      ['Cover', '34 → 22 days'],
      ['Value', '180.00 EUR'],
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
  approvalId: id,
  what: 'approved',
  at: now,
  by: lena,
  inPlaceOf: null,
  note: null,
};
const step = (what: What, more: Partial<ApprovalEvent> = {}) =>
  stepLine({ ...event, what, ...more }, shown, []);
export const badRequest: Shown = {
  ...as({ why: hostile, requester: { ...maya, name: hostile }, round: 2, reason: hostile }),
  told: {
    what: hostile,
    lines: Array.from({ length: 12 }, (): readonly [string, string] => ['Title', hostile]),
  },
  title: 'Request',
  asked: [hostile, hostile, hostile, hostile, hostile],
};

const atHome = (home: string, blocks: readonly KnownBlock[]) => ({ home, blocks });
const filter: Filter = { state: 'waiting', kind: null, whose: 'all', after: null };
const kinds = [{ id: 'stock.adjustment', title: 'Stock adjustment' }];
export const line: Line = { ...shown, forMe: true };
export const page = { filter, kinds, total: 2, forMe: 1, next: null };
const asked = { id, number: 12, state: 'waiting', said: 'Approval 12 waits for a yes.' } as const;

const approvalListFound = (found: readonly Shown[]) => foundApprovals(hostile, found, read);

/** The card of a request that tells this. */
export const cardOf = (told: Told) => approvalMessage({ ...shown, told }, read);

export const samples = {
  waiting: () => approvalMessage(shown, read),
  'one yes of two': () => approvalMessage(as({ votes: [yes] }), { ...read, lasting: true }),
  'the second stage, by a delegate': () =>
    approvalMessage(as({ stage: 1, votes: [yes, { ...yes, person: omar, inPlaceOf: lena }] }), read),
  'asked again': () => approvalMessage(as({ round: 2, reason: 'Available 40 → 3 units' }), read),
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
  'for one person, with steps': () => ownCard(shown, [{ ...event, what: 'asked', by: maya }, event], read),
  'for one person, where it stays': () =>
    lastingOf(ownCard(shown, [{ ...event, what: 'asked', by: maya }, event], read)),
  'hostile, with ten long notes': () =>
    ownCard(
      badRequest,
      Array.from({ length: 10 }, () => ({ ...event, what: 'question' as const, note: hostile })),
      read,
    ),
  'step: asked': () => step('asked', { by: maya }),
  'step: automatic': () => step('automatic', { note: "approved by policy 'small adjustment'" }),
  'step: yes': () => step('approved', { inPlaceOf: omar }),
  'step: stage filled': () => step('stage filled', { by: null, note: 'it waits for a manager' }),
  'step: no': () => step('rejected', { note: hostile }),
  'step: emergency': () => step('overridden', { note: hostile }),
  'step: asked again': () => step('asked again', { by: null, note: 'Available 40 → 3 units\nCover 3 days' }),
  'step: done': () => step('done', { by: null, note: 'MUG-01 in Hamburg: 120 → 80.' }),
  'step: failed': () => step('failed', { by: null, note: hostile }),
  'step: tried again': () => step('tried again'),
  'step: question': () => stepLine({ ...event, what: 'question', note: hostile }, badRequest, ['U0MAYA0001']),
  'step: answer': () => step('answer', { note: hostile }),
  'step: withdrawn': () => step('withdrawn'),
  'step: given up': () => step('given up'),
  'step: reminded': () => step('reminded', { by: null }),
  'step: put off': () => step('put off', { by: null }),
  'step: taken up': () => step('taken up', { by: null }),
  'step: expired': () => step('expired', { by: null }),
  'step: undo asked': () => step('undo asked', { note: '14' }),
  'step: undone': () => step('undone', { by: null, note: '14' }),
  told: () => toldStep({ ...event, what: 'rejected', note: hostile }, badRequest),
  'told a question': () => toldStep({ ...event, what: 'question', note: hostile }, shown),
  reminder: () => reminder(badRequest, read),
  list: () => approvalList({ ...page, lines: [line, { ...line, forMe: false }] }, read),
  'a full page': () =>
    approvalList(
      {
        filter: { state: 'withdrawn', kind: 'stock.adjustment', whose: 'for me', after: null },
        kinds,
        total: 1204,
        forMe: 0,
        next: [1, 123_456_789],
        lines: Array.from({ length: 8 }, () => ({ ...badRequest, forMe: true })),
      },
      read,
    ),
  'nothing waits': () => approvalList({ ...page, total: 0, lines: [] }, read),
  'nothing waits for me': () =>
    approvalList({ ...page, filter: { ...filter, whose: 'for me' }, total: 0, lines: [] }, read),
  'to decide at Home': () =>
    atHome(
      'Waiting for your yes',
      toDecide({ ...page, forMe: 9, lines: Array(8).fill({ ...badRequest, forMe: true }) }),
    ),
  'own at Home': () =>
    atHome(
      'You asked for',
      askedByMe({ ...page, total: 9, lines: Array(8).fill({ ...badRequest, forMe: false }) }, read),
    ),
  'pending about one thing': () => pendingList(Array(20).fill({ ...badRequest, forMe: false }), read),
  'nothing pending any more': () => pendingList([], read),
  'on the card of a thing': () =>
    message(
      mrkdwn`MUG-01`,
      mentionBlocks([pendingMention(id, [badRequest, shown, shown])].flatMap((one) => one ?? [])),
    ),
  found: () => approvalListFound([shown, badRequest]),
  'nothing found': () => approvalListFound([]),
  'asked for': () => askedReply(asked),
  'undo asked for': () => undoReply(asked, 12),
  'undone at once': () => undoReply({ ...asked, state: 'done', said: 'MUG-01 in Hamburg: 80 → 120.' }, 12),
};
