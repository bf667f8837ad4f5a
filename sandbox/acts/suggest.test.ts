import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { connect } from '../test/bolt-app.ts';
import { DAILY, MAYA } from '../test/manifest.ts';

const option = (text: string, value = text) => ({ text: { type: 'plain_text' as const, text }, value });
const select = (type: 'external_select' | 'multi_external_select', min_query_length: number) => ({
  type,
  action_id: 'sku',
  min_query_length,
});

/** An app that suggests products containing the typed text; `wrong` is suggested without a value. */
function shelf(heard: unknown[]) {
  return (app: App) => {
    app.options('sku', async ({ options, ack }) => {
      heard.push(options);
      if (options.value === 'wrong') return ack({ options: [{ text: { type: 'plain_text', text: 'x' } }] });
      const found = ['MUG-01', 'MUG-02', 'CUP-01'].filter((sku) => sku.includes(options.value));
      await ack({ options: found.map((sku) => option(sku)) });
    });
    app.action('sku', async ({ ack, action }) => {
      heard.push(action);
      await ack();
    });
  };
}

async function open(min = 3, type: 'external_select' | 'multi_external_select' = 'external_select') {
  const heard: Record<string, unknown>[] = [];
  const talk = await connect(shelf(heard));
  const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [select(type, min)] }];
  const { ts = '' } = await talk.app.client.chat.postMessage({ channel: DAILY, text: 'Pick', blocks });
  const close = () => talk[Symbol.asyncDispose]();
  return {
    heard,
    slack: talk.sandbox.control,
    at: { channel: DAILY, ts, action_id: 'sku' },
    [Symbol.asyncDispose]: close,
  };
}

test('the app suggests options for the typed text, and they can be picked', async () => {
  await using shop = await open();
  const { slack, at, heard } = shop;
  await expect(slack.press(MAYA, { ...at, option: 'MUG-01' })).rejects.toThrow('no option "MUG-01"');
  const { options } = await slack.suggest(MAYA, at, 'MUG');
  expect(options).toEqual([option('MUG-01'), option('MUG-02')]);
  expect(heard[0]).toMatchObject({
    type: 'block_suggestion',
    action_id: 'sku',
    block_id: 'b',
    value: 'MUG',
    container: { type: 'message', channel_id: DAILY },
    user: { id: MAYA },
  });
  await slack.press(MAYA, { ...at, option: 'MUG-02' });
  expect(heard[1]).toMatchObject({ type: 'external_select', selected_option: option('MUG-02') });
});

test('fewer letters than the minimum are not sent, and invalid options are not shown', async () => {
  await using shop = await open(4);
  expect(await shop.slack.suggest(MAYA, shop.at, 'MUG')).toEqual({ options: [] });
  expect(shop.heard).toEqual([]);
  expect((await shop.slack.suggest(MAYA, shop.at, 'wrong')).options).toEqual([]);
  expect(await shop.slack.problems()).toMatchObject([
    { kind: 'invalid_options', where: 'the options for sku' },
  ]);
});

test('a multi-select lets a member pick several', async () => {
  await using shop = await open(1, 'multi_external_select');
  await shop.slack.suggest(MAYA, shop.at, 'MUG');
  await shop.slack.press(MAYA, { ...shop.at, option: ['MUG-01', 'MUG-02'] });
  expect(shop.heard.at(-1)).toMatchObject({ selected_options: [option('MUG-01'), option('MUG-02')] });
});

test('a menu with its own options does not ask the app', async () => {
  await using talk = await connect(() => {});
  const elements = [{ type: 'static_select' as const, action_id: 'sku', options: [option('MUG-01')] }];
  const blocks = [{ type: 'actions' as const, elements }];
  const { ts = '' } = await talk.app.client.chat.postMessage({ channel: DAILY, text: 'Pick', blocks });
  const asking = talk.sandbox.control.suggest(MAYA, { channel: DAILY, ts, action_id: 'sku' }, 'MUG');
  await expect(asking).rejects.toThrow('already has its options');
});
