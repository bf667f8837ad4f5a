import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readManifest } from './manifest.ts';
import { openApi } from './test/api.ts';
import { manifestWith } from './test/manifest.ts';
import { readWorkspace, smallShop, type WorkspaceInput } from './workspace.ts';

test('the default workspace has six people and five channels', () => {
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

const SHOP = `
team: { id: T1, name: One, domain: one }
plan: free
members:
  - { id: U1, name: Ida, real_name: Ida Berg, tz: Europe/Oslo, email: ida@shop.test, dnd: true }
channels:
  - { id: C1, name: ops, members: [U1], bot: true, topic: Parcels }
usergroups:
  - { id: S1, name: Leads, handle: leads, users: [U1] }
files:
  - { id: F1, name: stock.csv, content: "sku,units", user: U1, channels: [C1] }
`;

test('a workspace comes from a YAML file with its people, channels, groups, plan and files', async () => {
  const path = join(tmpdir(), `sandbox-workspace-${process.pid}.yml`);
  writeFileSync(path, SHOP);
  await using api = await openApi({
    workspace: path,
    manifest: manifestWith({ scopes: ['usergroups:read'] }),
  });
  expect(await api.call('files.info', { file: 'F1' })).toMatchObject({
    file: { name: 'stock.csv', channels: ['C1'] },
  });
  expect(await api.call('conversations.info', { channel: 'C1' })).toMatchObject({
    channel: { topic: { value: 'Parcels' } },
  });
  expect(await api.call('usergroups.list')).toMatchObject({ error: 'plan_upgrade_required' });
  expect((await api.sandbox.control.overview('U1')).members[0]).toMatchObject({ name: 'ida', dnd: true });
});

test('another workspace can be loaded while the sandbox runs, and a reset returns to it', async () => {
  await using api = await openApi();
  const slack = api.sandbox.control;
  const shop = parse(SHOP) as WorkspaceInput;
  await slack.load({ ...shop, plan: 'paid' });
  await api.call('chat.postMessage', { channel: 'C1', text: 'x' });
  await slack.reset();
  expect(await slack.messages('U1', 'C1')).toEqual([]);
  expect((await slack.overview('U1')).team.name).toBe('One');
  await expect(slack.load({ ...shop, members: [] })).rejects.toThrow('does not list: U1');
  await expect(slack.load('/etc/hosts' as never)).rejects.toThrow('must be an object');
});

test('an invalid workspace or manifest is refused with its mistakes', () => {
  const team = { id: 'T1', name: 'One', domain: 'one' };
  const channels = [{ id: 'C1', name: 'one', members: ['UGONE'] }];
  expect(() => readWorkspace({ team, members: [], channels })).toThrow('UGONE');
  expect(() => readWorkspace({ team, members: [], channels: [], colour: 'red' } as never)).toThrow('colour');
  expect(() => readManifest({} as never)).toThrow('display_information');
});
