import { describe, expect, test } from 'vitest';
import { validateMessage, validateView } from '../../sandbox/blockkit/index.ts';
import { context, message, section } from './blocks.ts';
import { fitted, paragraphs, withNote } from './fitted.ts';
import { charactersIn, messageRoom, viewRoom } from './room.ts';
import { mrkdwn } from './text.ts';

const part = (title: string, blocks: number, characters = 20) => ({
  title,
  blocks: Array.from({ length: blocks }, () => section(mrkdwn`${'x'.repeat(characters)}`)),
});
const head = [section(mrkdwn`*All is well*`)];
const foot = [context(mrkdwn`As of 09:00`)];
const textOf = (blocks: readonly unknown[]) => JSON.stringify(blocks);

test('parts that all fit are shown whole and in order, without a line about a rest', () => {
  const blocks = fitted({ head, parts: [part('Issues', 8), part('Approvals', 8)], foot }, messageRoom);
  expect(blocks).toHaveLength(18);
  expect(textOf(blocks)).not.toContain('more part');
});

describe('58 blocks of seven features', () => {
  const parts = ['Issues', 'Approvals', 'Orders', 'Shipments', 'Counts', 'Suppliers', 'Payouts'].map(
    (title) => part(title, 8),
  );
  const blocks = fitted({ head, parts, foot }, messageRoom);

  test('are 58, more than Slack accepts', () => {
    const all = [...head, ...parts.flatMap((one) => one.blocks), ...foot];
    expect(all).toHaveLength(58);
    expect(validateMessage({ text: 'x', blocks: all })).not.toEqual([]);
  });

  test('are cut between parts, and the rest is counted and named', () => {
    expect(validateMessage({ text: 'x', blocks })).toEqual([]);
    expect(textOf(blocks)).toContain('and 2 more parts: Suppliers and Payouts');
    expect(blocks.at(-1)).toEqual(foot[0]);
  });

  test('leave room for the note about a late message', () => {
    const late = withNote(message(mrkdwn`x`, blocks), mrkdwn`Late: meant for 08:30`);
    expect(textOf(late.blocks)).toContain('Late');
    expect(validateMessage(late)).toEqual([]);
  });
});

test('text counts as well as blocks, and a long part does not hide a short one after it', () => {
  const blocks = fitted(
    { parts: [part('Issues', 2), part('Orders', 4, 3_000), part('Stock', 2)] },
    messageRoom,
  );
  expect(textOf(blocks)).toContain('and 1 more part: Orders');
  expect(blocks).toHaveLength(5);
  expect(charactersIn(blocks)).toBeLessThan(12_000);
});

test('many left-out parts are counted, not named', () => {
  const parts = Array.from({ length: 60 }, (_, i) => part(`Feature ${i}`, 1));
  expect(textOf(fitted({ parts }, messageRoom, ['thing', 'things']))).toContain('and 13 more things"');
});

test('a view takes a hundred blocks', () => {
  const parts = Array.from({ length: 8 }, (_, i) => part(`Feature ${i}`, 20, 900));
  const blocks = fitted({ parts, foot }, viewRoom);
  expect(validateView({ type: 'home', blocks })).toEqual([]);
  expect(textOf(blocks)).toContain('and 6 more parts');
});

test("lines become sections within Slack's limit, and no line is cut in two", () => {
  const lines = Array.from({ length: 10 }, (_, i) => mrkdwn`${String(i).repeat(900)}`);
  const sections = paragraphs('steps', lines).flatMap(({ blocks }) => blocks);
  expect(sections.map((one) => charactersIn(one))).toEqual([2_702, 2_702, 2_702, 900]);
});
