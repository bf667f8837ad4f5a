import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';

const wrong = [{ type: 'section', text: { type: 'mrkdwn', text: '' } }];
const right = [{ type: 'divider' }];
const title = { type: 'plain_text', text: 'A form' };

// [name, arguments, error, pointer]
test.each<[string, Json, string, string]>([
  ['blocks', { blocks: wrong }, 'invalid_blocks', '/0/text/text'],
  ['a message', { message: { blocks: wrong, text: 'x' } }, 'invalid_message', '/blocks/0/text/text'],
  ['a view', { view: { type: 'modal', title, blocks: wrong } }, 'invalid_view', '/blocks/0/text/text'],
])('%s: each mistake with its pointer', async (_what, args, error, pointer) => {
  await using api = await openApi();
  expect(await api.call('blocks.validate', args)).toEqual({
    ok: false,
    error,
    errors: [{ pointer, code: 'failed_constraint', message: 'must be more than 0 characters' }],
  });
});

test('what is not on a list comes with the list', async () => {
  await using api = await openApi();
  const blocks = [{ type: 'section', text: { type: 'loud', text: 'x' } }];
  expect(await api.call('blocks.validate', { blocks })).toMatchObject({
    error: 'invalid_blocks',
    errors: [
      {
        code: 'failed_constraint',
        message: 'unsupported type: loud',
        pointer: '/0/text/type',
        constraint: { type: 'enum', expected: ['plain_text', 'mrkdwn'] },
      },
    ],
  });
});

test('it asks for no token', async () => {
  await using api = await openApi();
  for (const token of ['', 'xoxb-somebody'])
    expect(await api.call('blocks.validate', { blocks: right }, token)).toEqual({ ok: true });
});

test('valid input is ok, also as a JSON string; only one thing per call is checked', async () => {
  await using api = await openApi();
  expect(await api.call('blocks.validate', { blocks: JSON.stringify(right) })).toEqual({ ok: true });
  expect(await api.call('blocks.validate', { view: { type: 'home', blocks: right } })).toEqual({ ok: true });
  expect(await api.call('blocks.validate', {})).toMatchObject({ error: 'invalid_arguments' });
  const both = { blocks: right, message: { text: 'x' } };
  expect(await api.call('blocks.validate', both)).toMatchObject({ error: 'invalid_arguments' });
});
