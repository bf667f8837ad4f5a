import { expect, test } from 'vitest';
import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue } from '../issue/model.ts';
import { reviewFile } from './file-views.ts';
import type { Review } from './rules.ts';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const maya = { id: 'm', name: 'Maya', slackUserId: 'U0MAYA0001', active: true };
const issue: Issue = {
  id: 'i',
  number: 17,
  kind: 'system',
  severity: 'high',
  department: 'shipping',
  title: '# 3PL <!channel> [feed](http://x) dead',
  details: null,
  state: 'done',
  owner: maya,
  asked: null,
  askedBy: null,
  copies: [],
  reporter: null,
  connector: null,
  source: 'command',
  place: 'C0OPSDAILY',
  dueAt: null,
  promiseAt: null,
  remindedAt: null,
  snoozedUntil: null,
  takenAt: at('08:05'),
  acknowledgedAt: at('08:05'),
  resolvedAt: at('09:30'),
  resolutionCode: 'fixed',
  resolutionNote: null,
  closedAt: null,
  roomAskedAt: null,
  room: null,
  roomRefused: null,
  createdAt: at('08:00'),
  links: [],
};
const note: IssueEvent = {
  id: 'e',
  caseId: 'i',
  what: 'note',
  at: at('08:10'),
  by: maya,
  before: {},
  after: {},
  note: '*their* page is <red>',
  about: null,
};
const review: Review = {
  version: 1,
  cause: 'system or data',
  happened: 'First line.\n- no list',
  wentWell: null,
  toChange: 'طلب 🔥',
  ordersAffected: 1_042,
  valueMinor: null,
  currency: 'EUR',
  writtenBy: maya,
  writtenAt: at('10:00'),
};

test('typed text stays text in the Markdown file of a review: no headings, links or lists', () => {
  const followUp: Issue = { ...issue, number: 18, title: 'Ask for the calendar', state: 'on it' };
  const document = { issue, review, events: [note], followUps: [followUp] };
  expect(
    reviewFile(document, review, { now: at('10:00'), timeZone: 'Europe/Berlin' }),
  ).toBe(`# Issue 17: \\# 3PL \\<\\!channel\\> \\[feed\\](http://x) dead

- Severity: High
- Department: shipping
- Owner: Maya
- Raised: 2 Mar 2026 09:00 CET
- Time to acknowledge: 5 min
- Time to resolve: 1 h 30 min
- Orders affected: 1,042
- Value affected: not counted
- Cause: system or data
- Ended: fixed

## What happened

First line.${'  '}
\\- no list

## What should change

طلب 🔥

## Follow-ups

- Issue 18, Ask for the calendar: On it: Maya

## Timeline

- 2 Mar 2026 09:10 CET: Maya: \\*their\\* page is \\<red\\>

Written by Maya, 2 Mar 2026 11:00 CET.
`);
});
