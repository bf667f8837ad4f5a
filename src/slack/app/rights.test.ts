import { expect, test } from 'vitest';
import { newContext } from '../../../test/harness/database.ts';
import { optionalScopes, scopes } from './manifest.ts';
import { keepRights, opensRooms, rightsCheck } from './rights.ts';

const granted = (...without: string[]) => {
  const rights = keepRights();
  const all = [...Object.keys(scopes), ...Object.keys(optionalScopes)];
  rights.note({ ok: true, response_metadata: { scopes: all.filter((one) => !without.includes(one)) } });
  return rights;
};
const finding = async (...without: string[]) =>
  await rightsCheck(granted(...without)).look(await newContext());

test('all rights are one short line', async () => {
  expect(await finding()).toEqual({ ok: true, finding: 'all of them' });
});

test('a right that the workspace refused is no trouble, and the finding says what it costs', async () => {
  const { ok, limited, finding: said } = await finding('channels:history');
  expect({ ok, limited }, 'a line with a warning is not simply OK').toEqual({ ok: true, limited: true });
  expect(said).toContain('Without channels:history a card is posted again each time Slack’s answer is lost');
  expect(said).toContain('Reinstall the app to allow it');
  expect((await finding('channels:manage')).finding).toContain('critical issues get no room');
});

test('a right that is needed is trouble, with what it is for', async () => {
  const { ok, finding: said } = await finding('files:read');
  expect(ok).toBe(false);
  expect(said).toContain('1 right missing: files:read (reads the files that people put into its forms).');
});

test('one right is enough to open a room and invite to it', async () => {
  expect(opensRooms(granted('channels:write.invites'))).toBe(true);
  expect((await finding('channels:write.invites')).finding).toBe('all of them');
  expect(opensRooms(granted('channels:manage'))).toBe(false);
});

test('an answer without scopes changes nothing', () => {
  const rights = granted('channels:manage');
  rights.note({ ok: true });
  expect(rights.has('channels:manage')).toBe(false);
  expect(rights.has('files:read')).toBe(true);
});
