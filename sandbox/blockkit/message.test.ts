import { describe, expect, test } from 'vitest';
import {
  actions,
  button,
  confirm,
  image,
  input,
  many,
  mrkdwn,
  plain,
  rich,
  section,
  select,
  table,
  x,
} from '../test/blocks.ts';
import { validateMessage } from './index.ts';

describe('a message', () => {
  test('accepts 50 blocks and refuses 51', () => {
    const blocks = (n: number) => validateMessage({ text: 'x', blocks: many(n, () => section()) });
    expect(blocks(50)).toEqual([]);
    expect(blocks(51)).toMatchObject([{ pointer: '/blocks', message: 'no more than 50 items allowed' }]);
  });

  test('holds 12,000 characters in its blocks, counted with 125 for each', () => {
    const blocks = (n: number) => [
      ...many(3, () => section({ text: mrkdwn(x(3_000)) })),
      section({ text: mrkdwn(x(n)) }),
    ];
    expect(validateMessage({ text: 'x', blocks: blocks(2_500) })).toEqual([]);
    expect(validateMessage({ text: 'x', blocks: blocks(2_501) })).toMatchObject([
      { code: 'msg_blocks_too_long' },
    ]);
  });

  test('holds 10,000 characters in the cells of its tables', () => {
    const blocks = (n: number) => [
      { type: 'table', rows: many(4, (i) => [{ type: 'raw_text', text: x(i < 3 ? 3_000 : n) }]) },
    ];
    expect(validateMessage({ text: 'x', blocks: blocks(1_000) })).toEqual([]);
    expect(validateMessage({ text: 'x', blocks: blocks(1_001) })).toMatchObject([
      { code: 'invalid_blocks', message: expect.stringContaining('10000 characters') },
    ]);
  });

  test('has one table at most, and unique block_ids', () => {
    expect(validateMessage({ text: 'x', blocks: [table(1, 1), table(1, 1)] })[0]?.message).toContain(
      'one table',
    );
    const twins = [section({ block_id: 'b' }), section({ block_id: 'b' })];
    expect(validateMessage({ text: 'x', blocks: twins })).toMatchObject([{ pointer: '/blocks/1/block_id' }]);
  });

  test('needs text or blocks', () => {
    expect(validateMessage({})).toMatchObject([{ code: 'no_text' }]);
    expect(validateMessage({ text: ' ', blocks: [] })).toMatchObject([{ code: 'no_text' }]);
    expect(validateMessage({ blocks: [section()] })).toEqual([]);
  });

  test('keeps its text within 4,000 escaped bytes when edited', () => {
    expect(validateMessage({ text: x(4_000) })).toEqual([]);
    expect(validateMessage({ text: x(4_001) })).toMatchObject([{ pointer: '/text', code: 'msg_too_long' }]);
    expect(validateMessage({ text: '&amp;'.repeat(800) })).toEqual([]);
    expect(validateMessage({ text: '&'.repeat(801) })).toMatchObject([{ code: 'msg_too_long' }]);
    expect(validateMessage({ text: x(4_001) }, 'chat.postMessage')).toEqual([]);
  });

  test('may contain every block and element', () => {
    const users = ['users_select', 'channels_select', 'conversations_select'].map((type) => ({
      type,
      action_id: type,
    }));
    const multi = ['multi_users_select', 'multi_channels_select', 'multi_conversations_select'].map(
      (type) => ({ type, action_id: type }),
    );
    const text = { type: 'text', text: 'x', style: { bold: true } };
    const blocks = [
      { type: 'header', text: plain('x') },
      { type: 'divider' },
      section({ accessory: image() }),
      actions(button({ style: 'primary', confirm: confirm() }), select(), ...users, ...multi),
      actions({ type: 'datepicker' }, { type: 'timepicker' }, { type: 'datetimepicker' }),
      { type: 'context', elements: [image(), mrkdwn('x'), plain('x')] },
      input({ type: 'plain_text_input', multiline: true }),
      rich(
        {
          type: 'rich_text_section',
          elements: [text, { type: 'link', url: 'https://shop.test' }, { type: 'user', user_id: 'U1' }],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [{ type: 'rich_text_section', elements: [text] }],
        },
        { type: 'rich_text_quote', elements: [text] },
        { type: 'rich_text_preformatted', elements: [text] },
      ),
      { ...table(2, 2), column_settings: [{ align: 'right' }, { is_wrapped: true }] },
      image({ title: plain('x') }),
    ];
    expect(validateMessage({ text: 'x', blocks })).toEqual([]);
  });
});
