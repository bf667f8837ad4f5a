import { expect, test } from 'vitest';
import { validateMessage } from '../../../../sandbox/blockkit/index.ts';
import type { LateGroup, LateParcels, LateSum } from './model.ts';
import { lateMessage } from './views.ts';

const now = new Date('2026-03-05T08:00:00Z');
const sum = (parcels: number): LateSum => ({ parcels, orders: 0, amounts: new Map() });
const groupsOf = (n: number): readonly LateGroup[] =>
  Array.from({ length: n }, (_, of) => ({
    ...{ carrier: `${'شركة الشحن 📦 '.repeat(7)}${of}`, lane: 'HAM → DE 10', service: null },
    ...{ group: `g${of}`, late: 1, dueLate: 1, orders: 0, amounts: new Map() },
  }));

function said(groups: number): string {
  const late: LateParcels = {
    ...{ of: null, late: sum(groups), dueLate: sum(groups), groups: groupsOf(groups), heard: [] },
    ...{ open: groups, unpromised: 0 },
    causes: {
      ...{ carrier: sum(0), unattributed: sum(groups), other: sum(0), 'left late': sum(0) },
      unknown: sum(0),
    },
  };
  const drawn = lateMessage(late, { now, timeZone: 'Europe/Berlin' });
  expect(validateMessage(drawn)).toEqual([]);
  return JSON.stringify(drawn.blocks);
}

test('it never says of more groups than its menu has room for that the menu opens them', () => {
  expect(said(50)).toContain('and 40 more groups: the menu opens them');
  expect(said(400)).toContain('and 390 more groups: the menu opens the first 50, and ');
});
