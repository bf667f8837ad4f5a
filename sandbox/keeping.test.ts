import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serialize } from 'node:v8';
import { expect, onTestFinished, test } from 'vitest';
import { openSandbox } from './index.ts';
import { DAILY, LENA, MAYA, testManifest } from './test/manifest.ts';
import { readWorkspace, smallShop } from './workspace.ts';

async function newPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  return join(folder, 'data', 'slack');
}

test('a kept workspace has its people, conversations and files at the next start, and gives no id twice', async () => {
  const keep = { manifest: testManifest, keepIn: await newPath() };
  const before = await openSandbox(keep);
  const { ts } = await before.control.say(MAYA, DAILY, 'Four mugs', {
    files: [{ name: 'mugs.csv', content: 'MUG-01,4' }],
  });
  await before.control.say(LENA, DAILY, 'Only four?', { thread_ts: ts });
  await before.control.react(LENA, { channel: DAILY, ts }, 'eyes');
  const channel = await before.control.createChannel(MAYA, 'mugs');
  await before.control.changeMember(LENA, { real_name: 'Lena Berg' });
  const post = { channel: DAILY, user: MAYA, text: 'For Maya alone' };
  await fetch(`${before.apiUrl}chat.postEphemeral`, {
    method: 'POST',
    headers: { authorization: `Bearer ${before.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(post),
  });
  expect((await before.control.messages(MAYA, DAILY)).map(({ text }) => text)).toContain('For Maya alone');
  await before.close();

  await using after = await openSandbox(keep);
  const [message, ...others] = await after.control.messages(MAYA, DAILY);
  expect(others).toEqual([]);
  expect(message).toMatchObject({ ts, text: 'Four mugs', reactions: [{ name: 'eyes', users: [LENA] }] });
  expect(message?.replies.map(({ text }) => text)).toEqual(['Only four?']);
  expect(await (await fetch(`${after.url}control/files/${message?.files[0]?.id}`)).text()).toBe('MUG-01,4');
  const { channels, members } = await after.control.overview(MAYA);
  expect(channels.map(({ name }) => name)).toContain('mugs');
  expect(members.find(({ id }) => id === LENA)?.real_name).toBe('Lena Berg');
  expect(await after.control.createChannel(MAYA, 'bowls')).not.toBe(channel);
  await after.control.edit(MAYA, { channel: DAILY, ts }, 'Five mugs');
});

test('a file that cannot be read, or of another workspace, is left for a new beginning', async () => {
  const keepIn = await newPath();
  const first = await openSandbox({ manifest: testManifest, keepIn });
  await first.control.say(MAYA, DAILY, 'Four mugs');
  await first.close();
  const file = readWorkspace(smallShop);
  const workspace = { ...file, team: { ...file.team, id: 'T0OTHER001' } };
  await using other = await openSandbox({ manifest: testManifest, keepIn, workspace });
  expect(other.warnings).toMatchObject([expect.stringContaining('are of another workspace')]);
  expect(await other.control.messages(MAYA, DAILY)).toEqual([]);
  await writeFile(keepIn, 'spoilt');
  await using anew = await openSandbox({ manifest: testManifest, keepIn });
  expect(await anew.control.messages(MAYA, DAILY)).toEqual([]);
  expect(anew.warnings).toMatchObject([expect.stringContaining('cannot be read by this version')]);
  expect(await readFile(`${keepIn}.set-aside`, 'utf8')).toBe('spoilt');
});

test('a kept file that lacks a part is set aside; a folder and a path below a file are refused', async () => {
  const keepIn = await newPath();
  await mkdir(dirname(keepIn), { recursive: true });
  await writeFile(keepIn, serialize({ shape: 1, team: 'T0SHOP0001', members: new Map() }));
  await using anew = await openSandbox({ manifest: testManifest, keepIn });
  expect(anew.warnings).toMatchObject([expect.stringContaining('cannot be read by this version')]);
  const folder = dirname(keepIn);
  await expect(openSandbox({ manifest: testManifest, keepIn: folder })).rejects.toThrow('is no file');
  const below = join(`${keepIn}.set-aside`, 'slack');
  await expect(openSandbox({ manifest: testManifest, keepIn: below })).rejects.toThrow('cannot be written');
});

test('a message after the next start is later than all before it, also when the clock was moved', async () => {
  const keep = { manifest: testManifest, keepIn: await newPath() };
  const before = await openSandbox(keep);
  await before.control.moveClock(86_400_000);
  const first = await before.control.say(MAYA, DAILY, 'Four mugs');
  await before.close();
  await using after = await openSandbox(keep);
  const second = await after.control.say(MAYA, DAILY, 'Five mugs');
  expect(Number(second.ts)).toBeGreaterThan(Number(first.ts));
});

test('what would spoil the workspace is refused in a sentence, and nothing of it is kept', async () => {
  await using sandbox = await openSandbox({ manifest: testManifest });
  const { control } = sandbox;
  const wrong = (value: unknown) => value as never;
  await expect(control.moveClock(wrong('x'))).rejects.toThrow('ms is a number');
  await expect(control.changeMember(LENA, { tz: 'Mars/Base' })).rejects.toThrow('is no time zone');
  await expect(control.changeMember(LENA, wrong({ id: 'U0EVIL' }))).rejects.toThrow('keeps their id');
  for (const name of ['Foo Bar!', '', 'ops-daily'])
    await expect(control.createChannel(MAYA, name)).rejects.toThrow('channel');
  await expect(control.changeChannel(DAILY, { name: 'Foo Bar!' })).rejects.toThrow('A channel has a name');
  await control.changeMember(LENA, { real_name: 'Lena Berg' });
  const { ts } = await control.say(MAYA, DAILY, 'Four mugs');
  expect(ts).toMatch(/^\d+\.\d{6}$/);
});

test('the app says what it calls members, which a reset does not change', async () => {
  await using sandbox = await openSandbox({ manifest: testManifest });
  await sandbox.control.titles({ [MAYA]: 'Editor', [LENA]: 'Owner' });
  await sandbox.control.titles({ [LENA]: null });
  await sandbox.control.reset();
  expect((await sandbox.control.overview(MAYA)).titles).toEqual({ [MAYA]: 'Editor' });
  await expect(sandbox.control.titles({ U0NOBODY01: 'Editor' })).rejects.toThrow('U0NOBODY01');
});
