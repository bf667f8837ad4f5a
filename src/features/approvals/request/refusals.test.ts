import { expect, test } from 'vitest';
import type { Somebody } from '../../../cases/model.ts';
import type { State, Vote } from './model.ts';
import {
  type ApprovalNo,
  approvalSentences,
  type RefusedApproval,
  whyNotAnswer,
  whyNotAsk,
  whyNotDecide,
  whyNotOverride,
  whyNotUndo,
  whyNotWithdraw,
} from './refusals.ts';

const now = new Date('2026-03-02T08:10:00Z');
const at = new Date('2026-03-02T08:05:00Z');
const person = (id: string, name: string): Somebody => ({ id, name, slackUserId: `U${id}`, active: true });
const [maya, lena, omar] = [person('maya', 'Maya'), person('lena', 'Lena'), person('omar', 'Omar')];
const asker = (personId: string) => ({ personId, timeZone: 'Europe/Berlin', now });
const said = (no: ApprovalNo | null, approval: RefusedApproval, who: string) => {
  const sentence = no && approvalSentences[no](approval, asker(who));
  return sentence && typeof sentence !== 'string' ? `${sentence.says} ${sentence.next}` : sentence;
};
const vote = (who: Somebody, inPlaceOf: Somebody | null = null): Vote => ({
  person: who,
  inPlaceOf,
  stage: 0,
  choice: 'approve',
  reason: null,
  at,
});
const waiting: RefusedApproval = {
  number: 12,
  state: 'waiting',
  round: 2,
  requester: maya,
  decidedBy: null,
  decidedAt: null,
  expiresAt: new Date('2026-03-02T16:00:00Z'),
  outcome: null,
  votes: [],
  policy: { rule: 'large', stages: [], breakGlass: true },
};
const decided = (state: State, more: Partial<RefusedApproval> = {}): RefusedApproval => ({
  ...waiting,
  state,
  decidedBy: lena,
  decidedAt: at,
  ...more,
});

test.each<[string, RefusedApproval, string, number, string | null]>([
  ['nothing prevents it', waiting, 'omar', 2, null],
  [
    'their own request',
    waiting,
    'maya',
    2,
    'You asked for it yourself: somebody else has to decide it. You can withdraw it.',
  ],
  ['the card of an earlier round', waiting, 'omar', 1, 'It was asked again since: look at it now.'],
  [
    'a second vote',
    { ...waiting, votes: [vote(omar)] },
    'omar',
    2,
    'You said yes at 09:05 already: everybody has one vote.',
  ],
  ['after its deadline', { ...waiting, expiresAt: at }, 'omar', 2, 'It expired at 09:05.'],
  ['at its deadline', { ...waiting, expiresAt: now }, 'omar', 2, 'It expired at 09:10.'],
  ['approved by somebody else', decided('approved'), 'omar', 2, 'Lena approved it at 09:05.'],
  ['done already', decided('done'), 'omar', 2, 'Lena approved it at 09:05.'],
  ['approved by the same person', decided('done'), 'lena', 2, 'You approved it at 09:05.'],
  [
    'approved by the policy',
    decided('done', { decidedBy: null }),
    'omar',
    2,
    'The policy approved it at 09:05.',
  ],
  ['rejected', decided('rejected'), 'omar', 2, 'Lena rejected it at 09:05.'],
  ['withdrawn', decided('withdrawn', { decidedBy: maya }), 'omar', 2, 'Maya withdrew it at 09:05.'],
  ['given up', decided('withdrawn'), 'omar', 2, 'Lena gave it up at 09:05.'],
  ['expired', decided('expired', { decidedBy: null }), 'omar', 2, 'It expired at 17:00.'],
  [
    'failed',
    decided('failed', { outcome: 'Only 3 are left.' }),
    'omar',
    2,
    'Lena approved it at 09:05, but it failed: Only 3 are left.',
  ],
])('whether a person can decide: %s', (_, approval, who, round, sentence) => {
  expect(said(whyNotDecide(approval, round, asker(who)), approval, who)).toBe(sentence);
});

test('only the requester can withdraw a request, and only while it waits', () => {
  expect(whyNotWithdraw(waiting, asker('maya'))).toBeNull();
  expect(said(whyNotWithdraw(waiting, asker('omar')), waiting, 'omar')).toBe(
    'Maya asked for it: only they can withdraw it.',
  );
  expect(said(whyNotWithdraw(decided('approved'), asker('maya')), decided('approved'), 'maya')).toBe(
    'Lena approved it at 09:05.',
  );
});

test('the requester answers questions, and others ask them', () => {
  expect(whyNotAsk(waiting, asker('omar'), true)).toBeNull();
  expect(said(whyNotAsk(waiting, asker('maya'), true), waiting, 'maya')).toBe(
    'You asked for it yourself: answer what others ask.',
  );
  expect(whyNotAnswer(waiting, asker('maya'))).toBeNull();
  expect(said(whyNotAnswer(waiting, asker('omar')), waiting, 'omar')).toBe(
    'That is for Maya to answer: they asked for it.',
  );
});

test('an override needs a rule that allows it, a role that may, and a person whose vote is unused', () => {
  const no = (approval: RefusedApproval, who: string, overriders = [{ id: 'omar' }, { id: 'maya' }]) =>
    whyNotOverride(approval, 2, asker(who), overriders);
  expect(no(waiting, 'omar')).toBeNull();
  expect(no(waiting, 'maya')).toBe('is your own');
  expect(said(no(waiting, 'omar', []), waiting, 'omar')).toBe('You may not override approvals any more.');
  const closed = { ...waiting, policy: { ...waiting.policy, breakGlass: false } };
  expect(said(no(closed, 'omar'), closed, 'omar')).toBe(
    'Nobody can override that: the rule “large” does not allow it.',
  );
  const delegated = { ...waiting, votes: [vote(lena, omar)] };
  expect(said(no(delegated, 'omar'), delegated, 'omar')).toBe(
    'Lena voted for you at 09:05: everybody has one vote.',
  );
});

test.each<[string, RefusedApproval & Parameters<typeof whyNotUndo>[0], string | null]>([
  [
    'before the deadline',
    { ...decided('done'), undo: null, undoUntil: new Date('2026-03-02T08:20:00Z') },
    null,
  ],
  [
    'at the deadline',
    { ...decided('done'), undo: null, undoUntil: now },
    'It could be undone until 09:10. Ask for the opposite instead.',
  ],
  ['without an inverse', { ...decided('done'), undo: null, undoUntil: null }, 'It cannot be undone.'],
  ['never done', { ...decided('rejected'), undo: null, undoUntil: null }, 'Approval 12 was not done.'],
  [
    'an undo waits',
    { ...decided('done'), undo: { number: 14, state: 'waiting' }, undoUntil: at },
    'Undo was asked for already: approval 14.',
  ],
  [
    'undone already',
    { ...decided('done'), undo: { number: 14, state: 'done' }, undoUntil: at },
    'It was undone by approval 14.',
  ],
  [
    'an undo was rejected, before the deadline',
    {
      ...decided('done'),
      undo: { number: 14, state: 'rejected' },
      undoUntil: new Date('2026-03-02T08:20:00Z'),
    },
    null,
  ],
])('whether an effect can be undone: %s', (_, approval, sentence) => {
  expect(said(whyNotUndo(approval, asker('omar')), approval, 'omar')).toBe(sentence);
});
