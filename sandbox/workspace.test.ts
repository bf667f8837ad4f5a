import { expect, test } from 'vitest';
import { readManifest } from './manifest.ts';
import { readWorkspace, smallShop } from './workspace.ts';

test('the workspace that ships has six people and five channels', () => {
  const { members, channels } = readWorkspace(smallShop);
  expect(members.map((m) => m.name)).toEqual(['Ada', 'Maya', 'Lena', 'Omar', 'Vic', 'Gina']);
  const withGuest = channels.filter((c) => c.members.includes('U0GUEST001')).map((c) => c.name);
  expect(withGuest).toEqual(['general', 'partner-3pl']);
  expect(channels.filter((c) => c.bot).map((c) => c.name)).toEqual([
    'ops-daily',
    'ops-alerts',
    'ops-approvals',
  ]);
});

test('a workspace or manifest that makes no sense is refused with what is wrong', () => {
  const team = { id: 'T1', name: 'One', domain: 'one' };
  const channels = [{ id: 'C1', name: 'one', members: ['UGONE'] }];
  expect(() => readWorkspace({ team, members: [], channels })).toThrow('UGONE');
  expect(() => readWorkspace({ team, members: [], channels: [], colour: 'red' } as never)).toThrow('colour');
  expect(() => readManifest({} as never)).toThrow('display_information');
});
