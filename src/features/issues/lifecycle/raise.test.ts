import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { openIssue } from '../issue/get.ts';
import { raiseIssue } from './raise.ts';
import { reopenIssue } from './reopen.ts';
import { resolveIssue } from './resolve.ts';

const wish = { title: '3PL feed dead', department: 'shipping', source: 'rule', matter: 'feed 3pl' } as const;

async function inChannel(at?: string) {
  return { ...(await newContext(at ? { at } : {})), channel: 'C0OPSDAILY' };
}

test('a matter has one open issue: raising it again can raise the severity, never lower it', async () => {
  const ctx = await inChannel();
  const first = await raiseIssue.call(ctx, { ...wish, severity: 'normal' });
  const worse = await raiseIssue.call(ctx, { ...wish, severity: 'critical' });
  const better = await raiseIssue.call(ctx, { ...wish, severity: 'low' });
  expect([first.raised, worse.raised, better.raised]).toEqual([true, false, false]);
  expect([worse.issue.number, better.issue.number, better.issue.severity]).toEqual([1, 1, 'critical']);
  const { events } = await openIssue.call(ctx, { number: 1 });
  expect(events.map(({ what }) => what)).toEqual(['raised', 'seen again', 'seen again']);
});

test('a matter whose issue is done gets a new one, even when the old issue is reopened later', async () => {
  const ctx = await inChannel();
  const { issue } = await raiseIssue.call(ctx, { ...wish, severity: 'high' });
  await resolveIssue.call(ctx, { id: issue.id, code: 'fixed', note: null });
  const again = await raiseIssue.call(ctx, { ...wish, severity: 'high' });
  expect([again.raised, again.issue.number]).toEqual([true, 2]);
  await reopenIssue.call(ctx, { id: issue.id, why: 'It never was over.' });
  expect((await raiseIssue.call(ctx, { ...wish, severity: 'high' })).issue.number).toBe(2);
});

test('events of an issue cannot be changed or deleted', async () => {
  const ctx = await inChannel();
  const { issue } = await raiseIssue.call(ctx, { ...wish, severity: 'high' });
  const { prisma } = await testDatabase();
  const where = { workspaceId: ctx.workspace.id, issueId: issue.id };
  await expect(prisma.issueEvent.deleteMany({ where })).rejects.toThrow();
  await expect(prisma.issueEvent.updateMany({ where, data: { note: 'another' } })).rejects.toThrow();
  expect(await prisma.issueEvent.count({ where })).toBe(1);
});

test('a title that is too long is kept in full in the details', async () => {
  const ctx = await inChannel();
  const title = 'x'.repeat(200);
  const { issue } = await raiseIssue.call(ctx, { ...wish, title, severity: 'high', details: 'Since noon.' });
  expect(issue.title).toBe(`${'x'.repeat(149)}…`);
  expect(issue.details).toBe(`${title}\n\nSince noon.`);
});
