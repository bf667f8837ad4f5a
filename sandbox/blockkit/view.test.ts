import { describe, expect, test } from 'vitest';
import { input, many, mrkdwn, plain, section, select, x } from '../test/blocks.ts';
import { validateView } from './index.ts';

const table = () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] });

describe('a view', () => {
  const modal = (more: object = {}) => ({ type: 'modal', title: plain('x'), blocks: [section()], ...more });

  // [name, field, limit]
  test.each<[string, (n: number) => object, number, string]>([
    ['title', (n) => ({ title: plain(x(n)) }), 24, '/title/text'],
    ['submit', (n) => ({ submit: plain(x(n)) }), 24, '/submit/text'],
    ['close', (n) => ({ close: plain(x(n)) }), 24, '/close/text'],
    ['private_metadata', (n) => ({ private_metadata: x(n) }), 3_000, '/private_metadata'],
    ['callback_id', (n) => ({ callback_id: x(n) }), 255, '/callback_id'],
    ['blocks', (n) => ({ blocks: many(n, () => section()) }), 100, '/blocks'],
  ])('keeps its %s within the limit', (_what, make, limit, where) => {
    expect(validateView(modal(make(limit)))).toEqual([]);
    expect(validateView(modal(make(limit + 1)))).toMatchObject([{ pointer: where }]);
  });

  test('has at most 250 kB', () => {
    const heavy = many(90, () => section({ text: mrkdwn(x(2_900)) }));
    expect(validateView(modal({ blocks: heavy }))).toMatchObject([{ code: 'view_too_large' }]);
  });

  test('needs a submit button if it has inputs; a modal refuses tables, a Home takes them', () => {
    expect(validateView(modal({ blocks: [input(select())] }))).toMatchObject([{ pointer: '/submit' }]);
    expect(validateView(modal({ blocks: [table()] }))).toMatchObject([{ pointer: '/blocks/0/type' }]);
    expect(validateView({ type: 'home', blocks: [table()] })).toEqual([]);
  });

  test('puts the focus on one element only', () => {
    const focused = (id: string) => input({ type: 'plain_text_input', action_id: id, focus_on_load: true });
    const view = modal({ submit: plain('x'), blocks: [focused('a'), focused('b')] });
    expect(validateView(view)).toMatchObject([{ message: 'only one element may have focus_on_load' }]);
  });

  test('is a modal or a Home, and a Home has no title', () => {
    expect(validateView({ type: 'dialog', blocks: [] })).toMatchObject([{ pointer: '/type' }]);
    expect(validateView({ type: 'home', blocks: [section()], title: plain('x') })).toMatchObject([
      { pointer: '/title' },
    ]);
    expect(validateView('view')).toMatchObject([{ code: 'invalid_arguments' }]);
  });
});
