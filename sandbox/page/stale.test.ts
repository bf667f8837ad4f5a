import { expect, test } from 'vitest';
import type { SeenMessage } from '../client.ts';
import { merge, staleAfter } from './stale.ts';

const ME = 'U1';
const HERE = 'C1';

test('a message in the open channel is loaded alone, one elsewhere only updates the sidebar', () => {
  const here = staleAfter([{ type: 'message', channel: HERE, ts: '1.1' }], ME, HERE);
  expect(here).toEqual({ parts: new Set(['overview', 'notifications']), ts: ['1.1'] });
  const elsewhere = staleAfter([{ type: 'message', channel: 'C2', ts: '1.1' }], ME, HERE);
  expect(elsewhere.ts).toEqual([]);
});

test("another member's changes and mere traffic update nothing", () => {
  const changes = [
    { type: 'view' as const, user: 'U2' },
    { type: 'notice' as const, user: 'U2', channel: HERE },
    { type: 'traffic' as const, id: 'T1' },
  ];
  expect(staleAfter(changes, ME, HERE)).toEqual({ parts: new Set(), ts: [] });
});

test('a reset, a new connection and a change of the channel itself reload the conversation', () => {
  for (const type of ['reset', 'hello'] as const)
    expect(staleAfter([{ type }, { type: 'message', channel: HERE, ts: '1.1' }], ME, HERE).ts).toEqual([]);
  expect(staleAfter([{ type: 'channel', channel: HERE }], ME, HERE).parts.has('messages')).toBe(true);
  expect(staleAfter([{ type: 'channel', channel: 'C2' }], ME, HERE).parts.has('messages')).toBe(false);
});

const message = (ts: string, replies: SeenMessage[] = []) => ({ ts, replies }) as SeenMessage;

test('a new message goes to its place in time, an edited one keeps its place', () => {
  const before = [message('1.1'), message('3.1')];
  expect(merge(before, ['2.1'], [message('2.1')]).map((m) => m.ts)).toEqual(['1.1', '2.1', '3.1']);
  const edited = { ...message('1.1'), text: 'Better' };
  expect(merge(before, ['1.1'], [edited])[0]).toBe(edited);
});

test('a reply comes with its thread, and deleted messages disappear, in threads too', () => {
  const thread = message('1.1', [message('2.1'), message('2.2')]);
  const answered = message('1.1', [message('2.1')]);
  expect(merge([message('1.1')], ['2.1'], [answered])).toEqual([answered]);
  expect(merge([thread], ['2.2'], [])).toEqual([message('1.1', [message('2.1')])]);
  expect(merge([thread], ['1.1'], [])).toEqual([]);
});
