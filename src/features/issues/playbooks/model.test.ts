import { expect, test } from 'vitest';
import { departments } from '../../../core/tokens/departments.ts';
import { type IssueStep, maxStep, maxSteps, nextReminder, progressOf, whoToRemind } from './model.ts';
import { playbookOf, playbooks, playbooksFor } from './ready-made.ts';

const lena = { slackUserId: 'LENA', roles: ['lead'], departments: ['shipping'] } as const;
const omar = { slackUserId: 'OMAR', roles: ['manager'], departments: ['warehouse'] } as const;
const maya = { id: 'm', name: 'Maya', slackUserId: 'MAYA', active: true };

test.each([
  ['owner', maya, ['MAYA']],
  ['owner', { ...maya, active: false }, ['LENA']],
  ['owner', null, ['LENA']],
  ['shipping', maya, ['LENA']],
  ['warehouse', maya, ['OMAR']],
  // Nobody leads purchasing, so other leads are reminded.
  ['purchasing', maya, ['LENA']],
  ['role manager', maya, ['OMAR']],
  ['role admin', maya, ['LENA']],
] as const)('a late step of %s on an issue owned by %o reminds %j', (owner, on, told) => {
  expect(whoToRemind(owner, { owner: on, department: 'shipping' }, [lena, omar])).toEqual(told);
});

const step = (ordinal: number, time: string, more: Partial<IssueStep> = {}): IssueStep => ({
  id: String(ordinal),
  playbook: 'recall',
  ordinal,
  what: `Step ${ordinal}`,
  details: null,
  owner: 'owner',
  dueAt: new Date(`2026-03-02T${time}:00Z`),
  remindedAt: null,
  state: 'open',
  settledAt: null,
  settledBy: null,
  reason: null,
  ...more,
});

test('the next step is the one due first; done, skipped and reminded steps need no reminder', () => {
  const steps = [
    step(1, '08:10', { state: 'done' }),
    step(2, '09:00'),
    step(3, '08:30', { remindedAt: new Date('2026-03-02T08:31:00Z') }),
    step(4, '08:45', { state: 'skipped' }),
    step(5, '09:00'),
  ];
  expect(progressOf(steps)).toMatchObject({ done: 1, skipped: 1, total: 5, next: { ordinal: 3 } });
  expect(nextReminder(steps)).toEqual(new Date('2026-03-02T09:00:00Z'));
  expect(nextReminder(steps.map((one) => ({ ...one, state: 'done' })))).toBeNull();
  expect(progressOf([])).toEqual({ done: 0, skipped: 0, total: 0, next: null });
});

test('playbooks for the kind of the issue come first; started ones are left out', () => {
  expect(playbooksFor('supplier', []).map(({ title }) => title)).toEqual([
    'Supplier late',
    'Recall',
    'Carrier strike',
    'Feed dead',
    'Warehouse down',
    'Account health',
    'Viral SKU',
    'Oversell',
  ]);
  expect(playbooksFor('supplier', ['recall', 'supplier-late', '']).map(({ key }) => key)).not.toContain(
    'recall',
  );
  expect(playbookOf('no such')).toBeNull();
});

test.each(playbooks.map((playbook) => [playbook.title, playbook] as const))(
  'every step of the playbook %s is short, in order of time and has an owner',
  (_, { key, kinds: own, steps }) => {
    expect(key).toMatch(/^[a-z-]{3,40}$/);
    expect(own.length).toBeGreaterThan(0);
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThan(maxSteps);
    const times = steps.map(({ within }) => within);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const { what, owner, within, details } of steps) {
      // Slack's menus cut longer labels.
      expect(`10. ${what}`.length).toBeLessThanOrEqual(75);
      expect(what.length).toBeLessThanOrEqual(maxStep);
      expect(within).toBeGreaterThan(0);
      expect(['owner', 'role manager', ...departments]).toContain(owner);
      if (details) expect(details).toMatch(/^(Call|Text for customers:) /);
    }
    // At least one step says whom to call or what to write.
    expect(steps.some(({ details }) => details)).toBe(true);
  },
);
