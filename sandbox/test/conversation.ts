import { setImmediate } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { PIXEL } from './pixel.ts';

/** The tests' app, for Socket Mode and HTTP alike. */
export function tally(app: App): void {
  app.command('/count', async ({ ack, command, respond, client }) => {
    if (command.text === 'late') {
      await ack();
      await respond('Counted later');
      return;
    }
    if (command.text === 'never') return;
    if (command.text === 'form') {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form });
      return;
    }
    if (command.text === 'picture') {
      await ack();
      await drawing(client, command.channel_id);
      return;
    }
    await ack({ text: `One ${command.text}`, blocks: [counter(1)] });
  });
  app.action('more', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Two', blocks: [counter(2)] });
  });
  app.view('count_form', async ({ ack, view, client, body }) => {
    const number = Number(view.state.values.amount?.number?.value);
    if (number > 10) return ack({ response_action: 'errors', errors: { amount: 'Ten at most.' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `Counted ${number}` });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `Heard: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.channel_type !== 'im') return;
    if (message.subtype === 'file_share') await say(`You sent: ${message.files?.[0]?.name}`);
    if (message.subtype === undefined) await say(`You said: ${message.text}`);
  });
  app.shortcut('count_anything', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: home('Your counts'),
    });
  });
  app.action('recount', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.container.type !== 'view') return;
    await client.views.publish({ user_id: body.user.id, view: home('Counted again') });
  });
}

/** Uploads a picture, waits until Slack has processed it, and shows it. */
async function drawing(client: WebClient, channel: string): Promise<void> {
  const uploaded = await client.filesUploadV2({ file: PIXEL, filename: 'count.png', alt_text: 'A count' });
  const id = uploaded.files[0]?.files?.[0]?.id ?? '';
  while ((await client.files.info({ file: id })).file?.mimetype === '') await setImmediate();
  const picture = { type: 'image' as const, slack_file: { id }, alt_text: 'A count' };
  await client.chat.postMessage({ channel, text: 'A count', blocks: [picture] });
}

function home(title: string) {
  const button = {
    type: 'button' as const,
    action_id: 'recount',
    text: { type: 'plain_text' as const, text: 'Again' },
  };
  return {
    type: 'home' as const,
    blocks: [
      { type: 'header' as const, text: { type: 'plain_text' as const, text: title } },
      { type: 'actions' as const, elements: [button] },
    ],
  };
}

const form = {
  type: 'modal' as const,
  callback_id: 'count_form',
  title: { type: 'plain_text' as const, text: 'Count' },
  submit: { type: 'plain_text' as const, text: 'Count' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'amount',
      label: { type: 'plain_text' as const, text: 'How many?' },
      element: { type: 'number_input' as const, action_id: 'number', is_decimal_allowed: false },
    },
  ],
};

function counter(count: number) {
  return {
    type: 'section' as const,
    text: { type: 'mrkdwn' as const, text: `Count: *${count}*` },
    accessory: {
      type: 'button' as const,
      action_id: 'more',
      text: { type: 'plain_text' as const, text: 'One more' },
    },
  };
}
