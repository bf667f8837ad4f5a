import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, LENA, MAYA, manifestWith } from '../test/manifest.ts';
import type { WorkspaceInput } from '../workspace.ts';

const manifest = manifestWith({ scopes: ['usergroups:read', 'usergroups:write'] });
const workspace = (plan: 'paid' | 'free'): WorkspaceInput => ({
  team: { id: 'T1', name: 'One', domain: 'one' },
  members: [MAYA, LENA].map((id) => ({ id, name: id, real_name: id })),
  channels: [{ id: DAILY, name: 'ops-daily', members: [MAYA, LENA], bot: true }],
  usergroups: [{ id: 'S0LEADS', name: 'Leads', handle: 'leads', users: [LENA] }],
  plan,
});
const open = (plan: 'paid' | 'free' = 'paid') => openApi({ manifest, workspace: workspace(plan) });

test('groups are listed, with their people on request, and mentioned by handle', async () => {
  await using api = await open();
  const { usergroups } = await api.call('usergroups.list', { include_users: true, include_count: true });
  expect(usergroups).toMatchObject([{ id: 'S0LEADS', handle: 'leads', users: [LENA], user_count: 1 }]);
  expect(await api.call('usergroups.users.list', { usergroup: 'S0LEADS' })).toMatchObject({ users: [LENA] });
  await api.sandbox.control.say(MAYA, DAILY, '@leads have a look');
  expect((await api.sandbox.control.messages(LENA, DAILY))[0]?.text).toBe('<!subteam^S0LEADS> have a look');
});

test('a group is created and filled with people of the workspace', async () => {
  await using api = await open();
  const { usergroup } = await api.call('usergroups.create', { name: 'On call', handle: 'on-call' });
  const id = (usergroup as Json).id;
  const update = async (users: string) =>
    (await api.call('usergroups.users.update', { usergroup: id, users })).error;
  expect(await update(`${MAYA},${LENA}`)).toBeUndefined();
  expect(await update('')).toBe('no_users_provided');
  expect(await update('UNOBODY')).toBe('invalid_users');
  expect(await api.call('usergroups.users.list', { usergroup: id })).toMatchObject({ users: [MAYA, LENA] });
});

// [name, arguments, error]
test.each<[string, Json, string]>([
  ['name', { name: 'Leads' }, 'name_already_exists'],
  ['handle', { name: 'Others', handle: 'leads' }, 'handle_already_exists'],
  ['channel as its handle', { name: 'Others', handle: 'ops-daily' }, 'handle_already_exists'],
  ['handle that is none', { name: 'Others', handle: 'On Call!' }, 'bad_handle'],
  ['unknown channel', { name: 'Others', channels: 'CNOWHERE' }, 'invalid_channel_provided'],
])('a group with a taken or wrong %s is refused', async (_what, args, error) => {
  await using api = await open();
  expect(await api.call('usergroups.create', args)).toMatchObject({ error });
});

test.each([
  ['usergroups.list', {}],
  ['usergroups.create', { name: 'On call' }],
  ['usergroups.users.list', { usergroup: 'S0LEADS' }],
  ['usergroups.users.update', { usergroup: 'S0LEADS', users: MAYA }],
])('%s asks a free workspace to upgrade', async (method, args) => {
  await using free = await open('free');
  expect(await free.call(method, args)).toEqual({ ok: false, error: 'plan_upgrade_required' });
  await using paid = await open();
  expect(
    await paid.call(method, { ...args, ...('usergroup' in args ? { usergroup: 'SNONE' } : {}) }),
  ).toMatchObject('usergroup' in args ? { error: 'no_such_subteam' } : { ok: true });
});
