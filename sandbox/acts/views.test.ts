import type { AckFn, ViewResponseAction } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { connect } from '../test/bolt-app.ts';
import { DAILY, MAYA } from '../test/manifest.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (title: string, more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: plain(title),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input', action_id: 'typed', min_length: 2 },
    },
    {
      type: 'input',
      block_id: 'mail',
      optional: true,
      label: plain('Mail'),
      element: { type: 'email_text_input', action_id: 'typed' },
    },
    {
      type: 'input',
      block_id: 'where',
      label: plain('Where'),
      element: {
        type: 'channels_select',
        action_id: 'place',
        initial_channel: DAILY,
        response_url_enabled: true,
      },
    },
    {
      type: 'actions',
      block_id: 'extra',
      elements: [{ type: 'button', action_id: 'help', text: plain('Help') }],
    },
  ],
  ...more,
});

/** An app that opens the form and answers its submission as given. */
async function withForm(answer: ViewResponseAction | undefined, more: object = {}) {
  const heard: Json[] = [];
  const talk = await connect((app) => {
    app.command('/count', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: modal('One', more) as never });
    });
    app.view('form', async ({ ack, body }) => {
      heard.push(body as unknown as Json);
      await (ack as AckFn<ViewResponseAction>)(answer);
    });
    app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
      heard.push(body as unknown as Json);
      await ack();
    });
    app.action('help', async ({ ack, body }) => {
      heard.push(body as unknown as Json);
      await ack();
    });
  });
  const slack = talk.sandbox.control;
  await slack.command(MAYA, DAILY, '/count');
  const view = await slack.waitFor(async () => (await slack.views(MAYA))[0]);
  return { slack, view, heard, [Symbol.asyncDispose]: () => talk[Symbol.asyncDispose]() };
}

test('a submission carries the state of every input and closes its view', async () => {
  await using form = await withForm(undefined);
  await form.slack.submitView(MAYA, form.view.id, { name: 'Mug' });
  expect(form.heard).toMatchObject([
    {
      type: 'view_submission',
      user: { id: MAYA },
      view: {
        id: form.view.id,
        callback_id: 'form',
        root_view_id: form.view.id,
        previous_view_id: null,
        hash: expect.any(String),
        state: {
          values: {
            name: { typed: { type: 'plain_text_input', value: 'Mug' } },
            mail: { typed: { type: 'email_text_input', value: null } },
            where: { place: { type: 'channels_select', selected_channel: DAILY } },
          },
        },
      },
      response_urls: [
        { block_id: 'where', action_id: 'place', channel_id: DAILY, response_url: expect.any(String) },
      ],
    },
  ]);
  expect(await form.slack.views(MAYA)).toEqual([]);
});

test('errors found by the client never reach the app', async () => {
  await using form = await withForm(undefined);
  const submit = async (values: Record<string, string>) =>
    (await form.slack.submitView(MAYA, form.view.id, values)).errors;
  expect(await submit({})).toEqual({ name: 'Please complete this required field.' });
  expect(await submit({ name: 'M' })).toEqual({ name: 'Enter at least 2 characters.' });
  expect(await submit({ name: 'Mug', mail: 'nobody' })).toEqual({ mail: 'Enter an email address.' });
  expect(form.heard).toEqual([]);
  await expect(submit({ colour: 'red' })).rejects.toThrow('The view has no field colour');
});

test('an acknowledgement may update the view, push another, or clear all', async () => {
  const next = modal('Two') as never;
  for (const [answer, titles] of [
    [{ response_action: 'update', view: next }, ['Two']],
    [{ response_action: 'push', view: next }, ['One', 'Two']],
    [{ response_action: 'clear' }, []],
  ] as [ViewResponseAction, string[]][]) {
    await using form = await withForm(answer);
    await form.slack.submitView(MAYA, form.view.id, { name: 'Mug' });
    expect((await form.slack.views(MAYA)).map((v) => v.title)).toEqual(titles);
  }
});

test('errors for a block that is not an input are recorded as a problem', async () => {
  await using form = await withForm({ response_action: 'errors', errors: { nowhere: 'x' } });
  await form.slack.submitView(MAYA, form.view.id, { name: 'Mug' });
  expect(await form.slack.problems()).toMatchObject([
    { kind: 'invalid_errors', detail: 'no input block: nowhere' },
  ]);
});

test('an invalid view in an acknowledgement is refused and the form stays', async () => {
  await using form = await withForm({
    response_action: 'update',
    view: modal('A title that is far too long') as never,
  });
  const { notice } = await form.slack.submitView(MAYA, form.view.id, { name: 'Mug' });
  expect(notice).toContain('trouble connecting');
  expect((await form.slack.views(MAYA)).map((v) => v.title)).toEqual(['One']);
  expect(await form.slack.problems()).toMatchObject([{ kind: 'invalid_arguments' }]);
});

test('only an app that asks for it hears of a closed view', async () => {
  await using silent = await withForm(undefined);
  await silent.slack.closeView(MAYA, silent.view.id);
  expect(silent.heard).toEqual([]);
  await using told = await withForm(undefined, { notify_on_close: true });
  await told.slack.closeView(MAYA, told.view.id);
  expect(told.heard).toMatchObject([{ type: 'view_closed', is_cleared: false, view: { id: told.view.id } }]);
});

test('a button in a view sends the view with the values typed so far', async () => {
  await using form = await withForm(undefined);
  await form.slack.press(MAYA, { view: form.view.id, action_id: 'help', values: { name: 'Mu' } });
  expect(form.heard).toMatchObject([
    {
      type: 'block_actions',
      container: { type: 'view', view_id: form.view.id },
      view: { state: { values: { name: { typed: { value: 'Mu' } } } } },
      actions: [{ action_id: 'help', block_id: 'extra' }],
    },
  ]);
  expect(form.heard[0]).not.toHaveProperty('response_url');
});
