import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { type Api, openApi } from '../test/api.ts';
import { DAILY, LENA, MAYA, testManifest } from '../test/manifest.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(`Option ${value}`), value });
const button = (action_id: string) => ({ type: 'button', action_id, text: plain('Press'), value: 'v1' });
const blocks = [
  {
    type: 'actions',
    block_id: 'first',
    elements: [
      button('go'),
      { type: 'static_select', action_id: 'pick', options: [option('a'), option('b')] },
    ],
  },
  {
    type: 'section',
    block_id: 'second',
    text: plain('x'),
    accessory: { type: 'overflow', action_id: 'more', options: [option('c')] },
  },
  {
    type: 'actions',
    block_id: 'third',
    elements: [
      { type: 'multi_users_select', action_id: 'who' },
      { type: 'datepicker', action_id: 'when' },
      { type: 'checkboxes', action_id: 'tick', options: [option('d'), option('e')] },
    ],
  },
];

/** Without a connected app: the delivery is still in the log. */
async function sent(api: Api): Promise<Json & { actions: Json[] }> {
  return (await api.sandbox.control.traffic()).filter((t) => t.kind === 'interactive').at(-1)
    ?.request as Json & { actions: Json[] };
}

async function card(api: Api): Promise<{ channel: string; ts: string }> {
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'A card', blocks });
  return { channel: DAILY, ts: String(ts) };
}

test('a pressed button reports its place, its value and how to answer', async () => {
  await using api = await openApi();
  const place = await card(api);
  await api.sandbox.control.press(MAYA, { ...place, action_id: 'go' });
  expect(await sent(api)).toMatchObject({
    type: 'block_actions',
    user: { id: MAYA, username: 'maya', team_id: 'T0DEMO0001' },
    api_app_id: 'A0QMAPP001',
    container: { type: 'message', message_ts: place.ts, channel_id: DAILY, is_ephemeral: false },
    channel: { id: DAILY, name: 'ops-daily' },
    message: { ts: place.ts, text: 'A card' },
    trigger_id: expect.any(String),
    response_url: expect.stringContaining('/hooks/actions/T0DEMO0001/'),
    actions: [
      { type: 'button', action_id: 'go', block_id: 'first', value: 'v1', action_ts: expect.any(String) },
    ],
  });
});

test('the payload leaves out an ephemeral message, as Slack does', async () => {
  await using api = await openApi();
  const { message_ts } = await api.call('chat.postEphemeral', {
    channel: DAILY,
    user: MAYA,
    text: 'psst',
    blocks,
  });
  await api.sandbox.control.press(MAYA, { channel: DAILY, ts: String(message_ts), action_id: 'go' });
  const payload = await sent(api);
  expect(payload.container).toMatchObject({ is_ephemeral: true, message_ts });
  expect(payload.message).toBeUndefined();
  await expect(
    api.sandbox.control.press(LENA, { channel: DAILY, ts: String(message_ts), action_id: 'go' }),
  ).rejects.toThrow('sees no message');
});

test('menus and pickers report the picked value', async () => {
  await using api = await openApi();
  const place = await card(api);
  const pick = async (action_id: string, option: string | string[]) => {
    await api.sandbox.control.press(MAYA, { ...place, action_id, option });
    return (await sent(api)).actions[0];
  };
  expect(await pick('pick', 'b')).toMatchObject({ type: 'static_select', selected_option: option('b') });
  expect(await pick('pick', 'Option a')).toMatchObject({ selected_option: { value: 'a' } });
  expect(await pick('more', 'c')).toMatchObject({
    type: 'overflow',
    block_id: 'second',
    selected_option: option('c'),
  });
  expect(await pick('who', [LENA])).toMatchObject({ selected_users: [LENA] });
  expect(await pick('when', '2026-11-30')).toMatchObject({ selected_date: '2026-11-30' });
  expect(await pick('tick', ['d', 'e'])).toMatchObject({ selected_options: [option('d'), option('e')] });
  expect((await sent(api)).state).toMatchObject({
    values: { third: { tick: { selected_options: [option('d'), option('e')] } } },
  });
});

test('missing elements and options cannot be pressed or picked', async () => {
  await using api = await openApi();
  const place = await card(api);
  const slack = api.sandbox.control;
  await expect(slack.press(MAYA, { ...place, action_id: 'gone' })).rejects.toThrow(
    'There is no element gone there; there are: go, pick',
  );
  await expect(slack.press(MAYA, { ...place, action_id: 'pick', option: 'z' })).rejects.toThrow(
    'There is no option "z"; offered: Option a, Option b',
  );
  await expect(slack.press('U0GUEST001', { ...place, action_id: 'go' })).rejects.toThrow(
    'is not in #ops-daily',
  );
});

test('a press that the app does not answer shows a notice', async () => {
  await using api = await openApi();
  const { notice } = await api.sandbox.control.press(MAYA, { ...(await card(api)), action_id: 'go' });
  expect(notice).toBe('This action did not work: the app did not respond.');
});

test('an app without interactivity gets no presses', async () => {
  await using api = await openApi({ manifest: { ...testManifest, settings: {} } });
  await api.sandbox.control.press(MAYA, { ...(await card(api)), action_id: 'go' });
  expect(await sent(api)).toBeUndefined();
  expect(await api.sandbox.control.problems()).toMatchObject([{ kind: 'interactivity_off' }]);
});

test('a message shortcut carries its message', async () => {
  await using api = await openApi();
  const place = await card(api);
  await api.sandbox.control.shortcut(MAYA, 'count_message', place);
  expect(await sent(api)).toMatchObject({
    type: 'message_action',
    callback_id: 'count_message',
    message_ts: place.ts,
    channel: { id: DAILY, name: 'ops-daily' },
    message: { text: 'A card' },
    response_url: expect.stringContaining('/hooks/app/'),
  });
});

test('an input reports its value to the app only when its block dispatches its action', async () => {
  await using api = await openApi();
  const slack = api.sandbox.control;
  const input = (type: string, dispatch_action: boolean) => ({
    type: 'input',
    label: { type: 'plain_text', text: 'Count' },
    element: { type, action_id: `${type}-${dispatch_action}` },
    dispatch_action,
  });
  const blocks = [
    input('plain_text_input', true),
    input('rich_text_input', true),
    input('plain_text_input', false),
  ];
  await api.call('views.publish', { user_id: MAYA, view: { type: 'home', blocks } });
  const type = (action_id: string) => slack.press(MAYA, { view: 'home', action_id, option: 'four' });
  await expect(type('plain_text_input-false')).rejects.toThrow('no dispatch_action');
  await type('plain_text_input-true');
  await type('rich_text_input-true');
  const sent = (await slack.traffic()).filter((t) => t.kind === 'interactive').map((t) => t.request as Json);
  expect(sent.map((body) => (body.actions as Json[])[0])).toMatchObject([
    { type: 'plain_text_input', value: 'four' },
    {
      type: 'rich_text_input',
      rich_text_value: {
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'four' }] }],
      },
    },
  ]);
  expect(sent[0]?.container).toMatchObject({ type: 'view' });
});

test('a button of a card inside a carousel works like any other', async () => {
  await using api = await openApi();
  const button = { type: 'button', action_id: 'pick', text: { type: 'plain_text', text: 'Pick' } };
  const card = { type: 'card', title: { type: 'plain_text', text: 'Mug' }, actions: [button] };
  const blocks = [{ type: 'carousel', elements: [card] }];
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'Mugs', blocks });
  await api.sandbox.control.press(MAYA, { channel: DAILY, ts: String(ts), action_id: 'pick' });
  const pressed = (await api.sandbox.control.traffic()).find((t) => t.kind === 'interactive');
  expect(pressed?.name).toBe('block_actions pick');
});
