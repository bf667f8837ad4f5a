import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { connect } from '../test/bolt-app.ts';
import { DAILY, LENA, MAYA } from '../test/manifest.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const view = (element: object) => ({
  type: 'modal' as const,
  callback_id: 'import',
  title: plain('Import'),
  submit: plain('Import'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'lists',
      label: plain('Lists'),
      element: { type: 'file_input' as const, action_id: 'files', ...element },
    },
  ],
});
const csv = { name: 'Stock.CSV', content: 'sku,units\nMUG-01,4\n' };

/** An app that asks for files and keeps what it receives. */
async function asking(element: object) {
  const handed: Json[] = [];
  const talk = await connect((app) => {
    app.command('/count', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: view(element) });
    });
    app.view('import', async ({ ack, view: { state } }) => {
      await ack();
      handed.push(...((state.values.lists?.files?.files ?? []) as unknown as Json[]));
    });
  });
  const slack = talk.sandbox.control;
  await slack.command(MAYA, DAILY, '/count');
  const opened = await slack.waitFor(async () => (await slack.views(MAYA)).at(-1));
  const submit = (files: string[]) => slack.submitView(MAYA, opened.id, { lists: files });
  return { talk, slack, handed, submit };
}

test('a file chosen in a form reaches the app on submission, and can be downloaded from then on', async () => {
  const { talk, slack, handed, submit } = await asking({ filetypes: ['csv'], max_files: 1 });
  await using _ = talk;
  const file = await slack.upload(MAYA, csv);
  const early = await talk.app.client.files.info({ file }).catch((error: unknown) => String(error));
  expect(early).toContain('file_not_found');
  await submit([file]);
  while (handed.length === 0) await setImmediate();
  expect(handed).toMatchObject([{ id: file, name: 'Stock.CSV', mimetype: 'text/csv', size: 19, user: MAYA }]);
  const headers = { authorization: `Bearer ${talk.sandbox.botToken}` };
  expect(await (await fetch(String(handed[0]?.url_private), { headers })).text()).toBe(csv.content);
});

test('too many files, a wrong type, more than 10 MB and a missing file are errors in the form', async () => {
  const { talk, slack, handed, submit } = await asking({ filetypes: ['csv'], max_files: 1 });
  await using _ = talk;
  const [one, two] = [await slack.upload(MAYA, csv), await slack.upload(MAYA, csv)];
  expect(await submit([])).toEqual({ errors: { lists: 'Please complete this required field.' } });
  expect(await submit([one, two])).toEqual({ errors: { lists: 'Choose one file.' } });
  const pdf = await slack.upload(MAYA, { name: 'a.pdf', content: 'x' });
  expect(await submit([pdf])).toEqual({
    errors: { lists: 'a.pdf has the wrong file type; accepted: csv.' },
  });
  const big = await slack.upload(MAYA, { name: 'big.csv', content: 'x'.repeat(10 * 1024 * 1024 + 1) });
  expect(await submit([big])).toEqual({ errors: { lists: 'big.csv is over 10 MB.' } });
  expect(handed).toEqual([]);
});

test("another member's file cannot be submitted", async () => {
  const { talk, slack, submit } = await asking({});
  await using _ = talk;
  const lenas = await slack.upload(LENA, csv);
  await expect(submit([lenas])).rejects.toThrow('uploaded no file');
});

test('an app without files:read cannot ask for files', async () => {
  await using api = await openApi();
  await api.sandbox.control.scopes({ revoke: ['files:read'] });
  expect(await api.call('views.open', { trigger_id: 'x', view: view({}) })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: {
      messages: ['[ERROR] file_input needs the scope files:read [json-pointer:/view/blocks/0/element]'],
    },
  });
});
