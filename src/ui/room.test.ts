import { describe, expect, test } from 'vitest';
import { validateMessage } from '../../sandbox/blockkit/index.ts';
import { actions, context, header, message, section, table } from './blocks.ts';
import { withNote } from './fitted.ts';
import { asPlainText } from './plain.ts';
import { mrkdwn } from './text.ts';

const long = '*'.repeat(100);
const rows = (n: number, text = 'x'.repeat(100)) =>
  Array.from({ length: n }, (_, i) => [`Row ${i + 1}`, text, text]);
const lines = (n: number, text: string) =>
  Array.from({ length: n }, (_, i) => section(mrkdwn`Line ${i + 1} ${text}`));
const columns = [{ title: 'Name' }, { title: 'Title' }, { title: 'Rest' }];

describe("a message over Slack's limits", () => {
  test('stops the rows of its table at 10,000 characters and counts the rest', () => {
    const list = message(mrkdwn`60 rows`, [
      header('60 rows'),
      table(columns, rows(60)),
      context(mrkdwn`Source`),
    ]);
    expect(validateMessage(list)).toEqual([]);
    expect(asPlainText(list)).toContain('Row 47');
    expect(asPlainText(list)).toContain('and 13 more rows');
    expect(list.blocks.map(({ type }) => type)).toEqual(['header', 'table', 'context', 'context']);
  });

  test('stops the rows earlier when there is more beside the table', () => {
    const list = message(mrkdwn`40 rows`, [
      table(columns, rows(40)),
      section(mrkdwn`${'x'.repeat(3_000)}`),
      section(mrkdwn`${'x'.repeat(3_000)}`),
    ]);
    expect(validateMessage(list)).toEqual([]);
    expect(asPlainText(list)).toMatch(/and \d+ more rows/);
    expect(list.blocks).toHaveLength(4);
  });

  test('keeps a table whose only row is too long for it', () => {
    const list = message(mrkdwn`One`, [table(columns, rows(1, 'x'.repeat(2_900)))]);
    expect(list.blocks).toHaveLength(1);
  });

  test.each([
    ['characters', 20, long.repeat(3)],
    ['blocks', 60, 'short'],
  ])(
    'stops its lines at the limit of %s, keeps finding, buttons and note, and counts the rest',
    (_, n, text) => {
      const list = message(mrkdwn`Plans`, [
        section(mrkdwn`*Plans*`),
        ...lines(n, text),
        actions({ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }),
        context(mrkdwn`Newest first.`),
      ]);
      expect(validateMessage(list)).toEqual([]);
      const shown = list.blocks.filter(({ type }) => type === 'section').length - 1;
      expect(asPlainText(list)).toContain(`and ${n - shown} more lines`);
      expect(list.blocks.map(({ type }) => type).slice(-3)).toEqual(['context', 'actions', 'context']);
      expect(asPlainText(list)).toContain('Line 1 ');
    },
  );

  test('has room for the notes of the outbox', () => {
    const note = mrkdwn`Late: meant for Wednesday 25 November 2026, 09:00 CET, when Slack could not be reached.`;
    const full = message(mrkdwn`Plans`, lines(60, 'x'.repeat(300)));
    const noted = withNote(withNote(full, note), note);
    expect(noted.blocks).toHaveLength(full.blocks.length + 2);
    expect(validateMessage(noted)).toEqual([]);
  });

  test('one that fits stays as it is', () => {
    const blocks = [section(mrkdwn`*Plans*`), ...lines(20, 'short'), table(columns, rows(3))];
    expect(message(mrkdwn`Plans`, blocks).blocks).toEqual(blocks);
  });
});
