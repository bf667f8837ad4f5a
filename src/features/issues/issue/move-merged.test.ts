import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import type { Actor } from '../../../core/runtime/actor.ts';
import { linkAccounts } from '../../people/link.ts';
import { assignIssue } from '../lifecycle/assign.ts';
import { raiseIssue } from '../lifecycle/raise.ts';
import { takeIssue } from '../lifecycle/take.ts';
import { openIssue } from './get.ts';

test('after two merges the timeline names the person who remains', async () => {
  const ctx = { ...(await newContext()), channel: 'C0OPSDAILY' };
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  await given.person('Omar', 'U0OMAR', ['operator']);
  const second = await given.person('Oskar', 'U0OSKAR', ['operator']);
  const actor: Actor = {
    kind: 'person',
    id: second,
    name: 'Oskar',
    slackUserId: 'U0OSKAR',
    slackAdmin: false,
    roles: ['operator'],
    departments: [],
    timeZone: 'Europe/Berlin',
  };
  const { issue } = await raiseIssue.call(ctx, {
    title: '3PL feed dead',
    severity: 'high',
    source: 'command',
  });
  await takeIssue.call({ ...ctx, actor }, { id: issue.id });
  await given.person('Olga', 'U0OLGA', ['lead']);
  await linkAccounts.call(ctx, { account: 'Oskar', person: 'Olga' });
  await linkAccounts.call(ctx, { account: 'Olga', person: 'Omar' });
  const { events } = await openIssue.call(ctx, { number: issue.number });
  const taken = events.find(({ what }) => what === 'taken');
  expect(taken?.by).toMatchObject({ name: 'Omar', slackUserId: 'U0OLGA', active: true });
  expect(taken?.about?.name).toBe('Omar');
});

test('who was asked is asked as the person who remains; one whom an earlier version asked is asked, and no owner', async () => {
  const ctx = { ...(await newContext({ role: 'lead' })), channel: 'C0OPSDAILY' };
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const omar = await given.person('Omar', 'U0OMAR', ['operator']);
  await given.person('Olga', 'U0OLGA', ['operator']);
  const wish = { severity: 'high', source: 'command' } as const;
  const { issue } = await raiseIssue.call(ctx, { ...wish, title: '3PL feed dead' });
  await assignIssue.call(ctx, { id: issue.id, slackUserId: 'U0OMAR' });
  const { issue: earlier } = await raiseIssue.call(ctx, { ...wish, title: 'Label printer jams' });
  await prisma.issue.updateMany({ where: { id: earlier.id }, data: { ownerId: omar } });
  expect((await openIssue.call(ctx, { id: earlier.id })).issue).toMatchObject({
    owner: null,
    asked: { name: 'Omar' },
  });
  await linkAccounts.call(
    { ...ctx, ...(await newContext({ workspace: ctx.workspace, role: 'admin' })) },
    {
      account: 'Omar',
      person: 'Olga',
    },
  );
  const { issue: moved } = await openIssue.call(ctx, { id: issue.id });
  expect(moved).toMatchObject({ owner: null, asked: { name: 'Olga' } });
  const row = await prisma.issue.findFirstOrThrow({ where: { id: issue.id } });
  expect(row.askedId).toBe(moved.asked?.id);
});
