import { expect, test } from 'vitest';
import { validateView } from '../../../sandbox/blockkit/index.ts';
import { section } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { homeBlocks } from './views.ts';

test('a Home of eight full sections shows the urgent ones in full and names the others', () => {
  const line = section(mrkdwn`${'x'.repeat(500)}`);
  const sections = [
    'Approvals',
    'Issues',
    'Tasks',
    'Watches',
    'Orders',
    'Shipments',
    'Sources',
    'Set-up',
  ].map((title) => ({ title, blocks: Array.from({ length: 20 }, () => line) }));
  const blocks = homeBlocks(sections, { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' });
  expect(validateView({ type: 'home', blocks })).toEqual([]);
  const text = JSON.stringify(blocks);
  expect(text).toContain('and 4 more parts: Orders, Shipments, Sources and Set-up');
  expect(text).toContain('As of');
});
