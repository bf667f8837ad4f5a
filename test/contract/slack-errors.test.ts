import { expect, test } from 'vitest';
import { undeliveredNotice } from '../../src/features/messages/views.ts';
import { knownReaction } from '../../src/slack/web/errors.ts';
import { methods } from '../../src/slack/web/methods.ts';
import { asPlainText } from '../../src/ui/plain.ts';
import { documented, ofEveryMethod } from './slack-errors.ts';

/** One upload is two calls. */
const uploading = ['files.completeUploadExternal', 'files.getUploadURLExternal'];
const called = methods.flatMap((method): string[] => (method === 'files.uploadV2' ? uploading : [method]));

test('the documented errors are those of the methods that we call', () => {
  expect(Object.keys(documented).toSorted()).toEqual(called.toSorted());
});

test.each(Object.entries(documented))(
  'each error of %s has its reaction in src/slack/web/errors.ts',
  (_, own) => {
    expect([...ofEveryMethod, ...own].filter((code) => knownReaction(code) === null)).toEqual([]);
  },
);

test.each([
  ['chat.update', 'is_inactive', 'block'],
  ['chat.postMessage', 'is_archived', 'block'],
  ['chat.postMessage', 'restricted_action_read_only_channel', 'block'],
  ['chat.postMessage', 'messages_tab_disabled', 'block'],
  ['chat.update', 'message_not_found', 'drop'],
  ['chat.update', 'edit_window_closed', 'drop'],
  ['chat.postMessage', 'message_limit_exceeded', 'wait'],
  ['chat.update', 'update_failed', 'retry'],
  ['chat.postMessage', 'org_login_required', 'pause'],
  ['auth.test', 'invalid_auth', 'stop'],
  ['chat.postMessage', 'msg_blocks_too_long', 'break'],
])('%s: %s means %s', (method, code, reaction) => {
  expect([...ofEveryMethod, ...(documented[method] ?? [])]).toContain(code);
  expect(knownReaction(code)).toBe(reaction);
});

const posting = [
  'chat.postMessage',
  'chat.update',
  'conversations.info',
  'conversations.members',
  'users.list',
];
const refusals = [...new Set([...ofEveryMethod, ...posting.flatMap((method) => documented[method] ?? [])])];

test.each(refusals.filter((code) => knownReaction(code) === 'block'))(
  'whoever owns a message that %s stops reads a sentence about it, and what to do',
  (error) => {
    const group = { by: 'place', key: 'C0OPSDAILY', day: '2026-03-02' } as const;
    const undelivered = {
      count: 1,
      state: 'blocked',
      place: 'C0OPSDAILY',
      kind: 'issues.card',
      error,
    } as const;
    const [finding = '', next = ''] = asPlainText(undeliveredNotice(group, undelivered)).split('\n\n');
    expect(finding).toMatch(/\n[A-Z].+[.)]$/);
    expect(next).toMatch(/^[A-Z].+\.$/);
  },
);
