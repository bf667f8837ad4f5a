import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import type { Actor } from '../../../core/runtime/actor.ts';
import { linkAccounts } from '../../people/link.ts';
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
