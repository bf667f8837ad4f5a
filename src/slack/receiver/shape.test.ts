import { expect, test } from 'vitest';
import { readPayload } from './shape.ts';

const command = {
  token: 'verification',
  team_id: 'T0DEMO0001',
  team_domain: 'harbour-and-hill',
  command: '/stock',
  text: 'MUG-01',
  user_id: 'U0MAYA0001',
  user_name: 'maya',
  channel_id: 'C0OPSDAILY',
  channel_name: 'ops-daily',
  is_enterprise_install: 'false',
  trigger_id: '13345224609.738474920.8088930838d88f008e0',
  response_url: 'https://hooks.slack.com/commands/T0/1/x',
};
const said = {
  type: 'message',
  channel: 'D0MAYA0001',
  channel_type: 'im',
  user: 'U0MAYA0001',
  text: 'stock MUG-01',
  ts: '1700000000.000100',
  event_ts: '1700000000.000100',
};
const happened = (event: unknown) => ({ type: 'event_callback', event_id: 'Ev1', event });

test('a command passes with the parts that we read, and no others', () => {
  const { command: name, text, user_id, channel_id, trigger_id, response_url } = command;
  expect(readPayload(command)).toEqual({
    is: 'ours',
    body: { command: name, text, user_id, channel_id, trigger_id, response_url },
  });
});

test.each([
  ['no object', null, 'not an object'],
  ['no object', undefined, 'not an object'],
  ['no object', 'text', 'not an object'],
  ['a list', [command], 'not an object'],
  ['an object without a type', {}, 'without a type'],
  ['a type that is no text', { type: 7 }, 'without a type'],
  ['a command without its text', { ...command, text: undefined }, 'text: invalid_type'],
  ['a command with two texts', { ...command, text: ['a', 'b'] }, 'text: invalid_type'],
  ['an id with a NUL', { ...command, user_id: 'U\0' }, 'user_id: invalid_format'],
  ['an id that is too long', { ...command, trigger_id: 'x'.repeat(256) }, 'trigger_id: invalid_format'],
  ['an event without its inner event', happened(undefined), 'event: invalid_type'],
  ['an inner event that is a text', happened('message'), 'event: invalid_type'],
  ['a message in no channel', happened({ ...said, channel: null }), 'event.channel: invalid_type'],
  [
    'a click on nothing',
    { type: 'block_actions', user: { id: 'U1' }, actions: [] },
    'trigger_id: invalid_type',
  ],
])('%s is malformed; the reason names the part', (_, sent, why) =>
  expect(readPayload(sent)).toEqual({ is: 'malformed', why }),
);

test('extreme nesting is malformed and does not overflow the stack', () => {
  let nested: unknown = 'deep';
  for (let depth = 0; depth < 200_000; depth += 1) nested = [nested];
  expect(readPayload({ ...command, more: nested })).toEqual({ is: 'malformed', why: 'nested too deep' });
});

test.each([
  ['an event type that we do not act on', happened({ type: 'reaction_added', item: null })],
  ['a closed form', { type: 'view_closed', view: null }],
  ['a type that does not exist yet', { type: 'from_the_future' }],
  ['a type named like a method', { type: 'toString' }],
])('%s is not for us', (_, sent) => expect(readPayload(sent)).toEqual({ is: 'not for us' }));

test('an edited message passes without its old and new content', () => {
  const edited = {
    ...said,
    subtype: 'message_changed',
    user: undefined,
    message: said,
    previous_message: said,
  };
  expect(readPayload(happened(edited))).toMatchObject({ is: 'ours', body: { event: { ts: said.ts } } });
  expect(JSON.stringify(readPayload(happened(edited)))).not.toContain('previous_message');
});

test('__proto__ keys are dropped', () => {
  const values = JSON.parse('{"__proto__":{"x":{"type":"plain_text_input","value":"1"}}}');
  const view = { id: 'V1', hash: 'h', type: 'modal', callback_id: 'c', private_metadata: '', blocks: [] };
  const body = { type: 'view_submission', user: { id: 'U1' }, view: { ...view, state: { values } } };
  const reading = readPayload(body);
  expect(reading).toMatchObject({ is: 'ours', body: { view: { state: { values: {} } } } });
});

test('NULs are removed from texts', () => {
  expect(readPayload({ ...command, text: 'stock \0MUG-01' })).toMatchObject({
    body: { text: 'stock MUG-01' },
  });
});
