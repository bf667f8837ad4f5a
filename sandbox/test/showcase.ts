import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { ManifestInput } from '../manifest.ts';
import { gallery } from './gallery.ts';
import { testManifest } from './manifest.ts';
import { png } from './png.ts';

const { features, oauth_config } = testManifest;

/** The manifest of an app that shows everything a page must draw. */
export const showcaseManifest = {
  ...testManifest,
  display_information: { name: 'Tally', description: 'Counts things, and shows what it counted' },
  features: {
    ...features,
    unfurl_domains: ['films.test'],
    slash_commands: [
      ...features.slash_commands,
      { command: '/show', description: 'Show what was counted', usage_hint: '[charts | tables | cards]' },
    ],
  },
  oauth_config: {
    scopes: { ...oauth_config.scopes, bot: [...oauth_config.scopes.bot, 'links.embed:write'] },
  },
} satisfies ManifestInput;

/** Shows every kind of block, a picture and a form, in plain Bolt. */
export function showcase(app: App): void {
  app.command('/show', async ({ ack, command, client }) => {
    await ack();
    const { channel_id: channel, text, trigger_id } = command;
    if (text === 'upload') return void (await client.views.open({ trigger_id, view: upload }));
    if (text === 'form') return void (await client.views.open({ trigger_id, view: form }));
    const blocks = text === 'picture' ? [await picture(app)] : gallery[text];
    await client.chat.postMessage({
      channel,
      text: `Here are the ${text}`,
      ...(blocks ? { blocks: blocks as unknown as KnownBlock[] } : {}),
    });
  });
  app.options('product', async ({ ack, payload }) => {
    const names = ['Mug, sea blue', 'Mug, sand', 'Bowl'].filter((name) =>
      name.toLowerCase().includes(payload.value.toLowerCase()),
    );
    await ack({ options: names.map((name) => ({ text: { type: 'plain_text', text: name }, value: name })) });
  });
  app.view('show_form', async ({ ack, view, client, body }) => {
    const { amount, product } = view.state.values;
    const count = Number(amount?.number?.value);
    if (count > 10) return ack({ response_action: 'errors', errors: { amount: 'Ten at most.' } });
    await ack();
    const name = product?.product?.selected_option?.value;
    await client.chat.postMessage({ channel: body.user.id, text: `Counted ${count} of ${name}` });
  });
  app.view('show_upload', async ({ ack, view, client, body }) => {
    await ack();
    const names = (view.state.values.lists?.lists?.files ?? []).map((file) => file.name);
    await client.chat.postMessage({ channel: body.user.id, text: `Got ${names.join(' and ')}` });
  });
  app.message(/count/, async ({ message, say }) => {
    if (message.subtype === 'file_share') await say(`Read ${message.files?.length} files`);
  });
  app.shortcut('count_message', async ({ ack, shortcut, client }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    await client.chat.postMessage({
      channel: shortcut.channel.id,
      thread_ts: shortcut.message.ts,
      text: `That message has ${shortcut.message.text?.length ?? 0} letters`,
    });
  });
  app.action(/.*/, async ({ ack }) => ack());
}

async function picture(app: App) {
  const bytes = png(480, 200, (x, y) =>
    [20 + x / 4, 122 - y / 4, 110 + (x % 60 < 30 ? 20 : 0)].map(Math.floor),
  );
  const upload = await app.client.files.getUploadURLExternal({ filename: 'cover.png', length: bytes.length });
  await fetch(upload.upload_url ?? '', { method: 'POST', body: new Uint8Array(bytes) });
  const id = upload.file_id ?? '';
  await app.client.files.completeUploadExternal({ files: [{ id, title: 'Cover' }] });
  // A picture can be shown once Slack has processed it.
  while (!(await app.client.files.info({ file: id })).file?.thumb_360);
  return { type: 'image', slack_file: { id }, alt_text: 'Days of cover by product' };
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const form: ModalView = {
  type: 'modal',
  callback_id: 'show_form',
  title: plain('Count a product'),
  submit: plain('Count'),
  close: plain('Not now'),
  blocks: [
    {
      type: 'input',
      block_id: 'product',
      label: plain('Product'),
      hint: plain('Type a few letters of its name.'),
      element: {
        type: 'external_select',
        action_id: 'product',
        min_query_length: 1,
        placeholder: plain('Which one?'),
      },
    },
    {
      type: 'input',
      block_id: 'amount',
      label: plain('How many?'),
      element: { type: 'number_input', action_id: 'number', is_decimal_allowed: false },
    },
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: plain('Note'),
      element: {
        type: 'plain_text_input',
        action_id: 'note',
        multiline: true,
        placeholder: plain('What should others know?'),
      },
    },
    {
      type: 'input',
      block_id: 'day',
      label: plain('Counted on'),
      element: { type: 'datepicker', action_id: 'day', initial_date: '2026-11-23' },
    },
  ],
};

const upload = {
  type: 'modal' as const,
  callback_id: 'show_upload',
  title: plain('Hand in lists'),
  submit: plain('Hand in'),
  blocks: [
    { type: 'alert', level: 'warning', text: plain('Lists of last year are not read.') },
    {
      type: 'input',
      block_id: 'lists',
      label: plain('Lists'),
      element: { type: 'file_input', action_id: 'lists', filetypes: ['csv'], max_files: 2 },
    },
  ],
} as ModalView;
