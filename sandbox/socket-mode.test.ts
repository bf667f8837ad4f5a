import { expect, test } from 'vitest';
import { connect } from './test/bolt-app.ts';
import { DAILY, MAYA } from './test/manifest.ts';

test('a command answered in its acknowledgement is seen by its author alone', async () => {
  await using talk = await connect((app) => {
    app.command('/count', async ({ ack, command }) => ack(`One ${command.text}`));
  });
  const slack = talk.sandbox.control;
  const { ack } = await slack.command(MAYA, DAILY, '/count mug');
  expect(ack).toMatchObject({ outcome: 'acknowledged', response: { text: 'One mug' } });
  expect(await slack.messages(MAYA, DAILY)).toMatchObject([
    { text: 'One mug', ephemeral: true, username: 'Tally' },
  ]);
  expect(await slack.messages('U0LENA0001', DAILY)).toEqual([]);
});
