import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { type Api, openApi } from '../test/api.ts';
import { input, option, plain } from '../test/blocks.ts';
import { DAILY, LENA, MAYA, manifestWith } from '../test/manifest.ts';

const button = { type: 'button', action_id: 'go', text: plain('Go') };
const select = { type: 'static_select', action_id: 'where', options: [option('a'), option('b')] };
const date = { type: 'datepicker', action_id: 'when', initial_date: '2026-11-30' };
const blocks = [
  { type: 'actions', block_id: 'row', elements: [select, date, button] },
  {
    type: 'section',
    block_id: 'line',
    text: plain('Which?'),
    accessory: { type: 'checkboxes', action_id: 'which', options: [option('c'), option('d')] },
  },
  input({ type: 'plain_text_input', action_id: 'said' }, { block_id: 'note' }),
];
const untouched = {
  row: {
    where: { type: 'static_select', selected_option: null },
    when: { type: 'datepicker', selected_date: '2026-11-30' },
  },
  line: { which: { type: 'checkboxes', selected_options: [] } },
  note: { said: { type: 'plain_text_input', value: null } },
};
const where = (value: string) => ({
  ...untouched.row,
  where: { type: 'static_select', selected_option: option(value) },
});

/** Without a connected app: the delivery is still in the log. */
async function sent(api: Api): Promise<Json & { state: Json; view: Json }> {
  const traffic = await api.sandbox.control.traffic();
  return traffic.findLast((t) => t.kind === 'interactive')?.request as Json & { state: Json; view: Json };
}

async function card(api: Api) {
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'A card', blocks });
  const place = { channel: DAILY, ts: String(ts) };
  const press = async (user: string, action_id: string, more: object = {}) => {
    await api.sandbox.control.press(user, { ...place, action_id, ...more });
    return (await sent(api)).state;
  };
  return { place, press };
}

test('a button in a message sends every element with what its presser has set before', async () => {
  await using api = await openApi();
  const { press } = await card(api);
  expect(await press(MAYA, 'go')).toEqual({ values: untouched });
  await press(MAYA, 'where', { option: 'b' });
  await press(MAYA, 'which', { option: ['d'] });
  expect(await press(MAYA, 'go', { values: { said: 'by hand' } })).toEqual({
    values: {
      row: where('b'),
      line: { which: { type: 'checkboxes', selected_options: [option('d')] } },
      note: { said: { type: 'plain_text_input', value: 'by hand' } },
    },
  });
});

test("a member's choices in a message are theirs alone", async () => {
  await using api = await openApi();
  const { place, press } = await card(api);
  await press(MAYA, 'where', { option: 'b' });
  expect(await press(LENA, 'go')).toEqual({ values: untouched });
  await press(LENA, 'where', { option: 'a' });
  expect(await press(MAYA, 'go')).toMatchObject({ values: { row: where('b') } });
  const seenBy = async (user: string) =>
    (await api.sandbox.control.messages(user, DAILY, { ts: [place.ts] }))[0]?.values.row?.where;
  expect([await seenBy(MAYA), await seenBy(LENA)]).toMatchObject([
    { selected_option: { value: 'b' } },
    { selected_option: { value: 'a' } },
  ]);
});

test('an edit by the app ends what members had set, an ephemeral message keeps it too', async () => {
  await using api = await openApi();
  const { place, press } = await card(api);
  await press(MAYA, 'where', { option: 'b' });
  await api.call('chat.update', { ...place, text: 'A card', blocks });
  expect(await press(MAYA, 'go')).toEqual({ values: untouched });
  const whisper = { channel: DAILY, user: MAYA, text: 'psst', blocks };
  const { message_ts } = await api.call('chat.postEphemeral', whisper);
  const ts = String(message_ts);
  await press(MAYA, 'where', { ts, option: 'a' });
  expect(await press(MAYA, 'go', { ts })).toMatchObject({ values: { row: where('a') } });
});

test.each(['home', 'modal'])(
  'one element set in a block of a %s leaves the others as they began',
  async (type) => {
    await using api = await openApi();
    const slack = api.sandbox.control;
    let view = 'home';
    if (type === 'home') await api.call('views.publish', { user_id: MAYA, view: { type, blocks } });
    else {
      await slack.command(MAYA, DAILY, '/count');
      const asked = (await slack.traffic()).find((t) => t.kind === 'slash_commands')?.request as Json;
      const modal = { type, title: plain('Count'), submit: plain('Count'), blocks };
      const opened = await api.call('views.open', { trigger_id: asked.trigger_id, view: modal });
      view = String((opened.view as Json).id);
    }
    await slack.press(MAYA, { view, action_id: 'where', option: 'b' });
    await slack.press(MAYA, { view, action_id: 'go' });
    const values = { ...untouched, row: where('b') };
    expect(await sent(api)).toMatchObject({ state: { values }, view: { state: { values } } });
    if (type === 'home') return;
    await slack.submitView(MAYA, view, { said: 'by hand' });
    expect((await sent(api)).view.state).toMatchObject({ values: { row: where('b') } });
  },
);

test('a redraw keeps what was set only where block, action and kind of element stay', async () => {
  await using api = await openApi();
  const publish = (elements: object[]) =>
    api.call('views.publish', {
      user_id: MAYA,
      view: { type: 'home', blocks: [{ type: 'actions', block_id: 'row', elements }] },
    });
  const press = (action_id: string, option?: string) =>
    api.sandbox.control.press(MAYA, { view: 'home', action_id, ...(option ? { option } : {}) });
  await publish([select, date, button]);
  await press('where', 'b');
  await press('when', '2026-12-01');
  await publish([select, { type: 'timepicker', action_id: 'when' }, button]);
  await press('go');
  expect((await sent(api)).state).toEqual({
    values: { row: { where: where('b').where, when: { type: 'timepicker', selected_time: null } } },
  });
});

test('an element in an attachment names its attachment, and in an unfurled card the link', async () => {
  const base = manifestWith({ scopes: ['links:read', 'links:write'], events: ['link_shared'] });
  const manifest = { ...base, features: { ...base.features, unfurl_domains: ['shop.test'] } };
  await using api = await openApi({ manifest });
  const attachments = [{ text: 'First' }, { blocks }];
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'A card', attachments });
  await api.sandbox.control.press(MAYA, { channel: DAILY, ts: String(ts), action_id: 'go' });
  expect(await sent(api)).toMatchObject({
    container: { type: 'message_attachment', attachment_id: 2, is_app_unfurl: false },
    state: { values: untouched },
  });
  const url = 'https://shop.test/1';
  const said = await api.sandbox.control.say(MAYA, DAILY, url);
  await api.call('chat.unfurl', { channel: DAILY, ts: said.ts, unfurls: { [url]: { blocks } } });
  await api.sandbox.control.press(LENA, { channel: DAILY, ts: said.ts, action_id: 'go' });
  expect(await sent(api)).toMatchObject({
    container: { type: 'message_attachment', attachment_id: 1, is_app_unfurl: true, app_unfurl_url: url },
    app_unfurl: { id: 1, app_unfurl_url: url },
  });
});

test('a value for an element that the message does not have is the caller’s mistake', async () => {
  await using api = await openApi();
  const { press } = await card(api);
  await expect(press(MAYA, 'go', { values: { colour: 'red' } })).rejects.toThrow(
    'The message has no field colour',
  );
});
