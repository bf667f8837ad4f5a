import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { readerOf } from '../../../cases/reader.ts';
import { asConnector } from '../../../core/runtime/system.ts';
import { defineConnector } from '../../../core/tokens/connector.ts';
import { whoMay } from '../../people/index.ts';
import { issueMessage } from '../card/views.ts';
import { openIssue } from '../issue/get.ts';
import { raiseIssues, seeIssues } from '../permissions.ts';
import { timelineMessage } from '../timeline/views.ts';
import { raiseIssue } from './raise.ts';
import { takeIssue } from './take.ts';

const shopify = defineConnector({ id: 'shopify', name: 'Shopify', may: [raiseIssues, seeIssues] });
const wish = {
  title: 'The shop refuses our levels',
  severity: 'high',
  department: 'warehouse',
  source: 'shopify',
  otherwise: 'C0OPSDAILY',
} as const;

/** The request of a source, in a shop where Lena is a lead. */
async function told(source?: { readonly id: string; readonly name: string }) {
  const ctx = await newContext({ role: 'viewer' });
  const { prisma } = await testDatabase();
  await builders(prisma, ctx.workspace, ctx.now).person('Lena', 'U0LENA0001', ['lead']);
  const shop = { ...ctx, engine: { ...ctx.engine, whoMay } };
  return { shop, ctx: asConnector(shop, shopify, source) };
}

test('what a source does carries its name: on the card, in the timeline and in the audit log', async () => {
  const source = { id: '01961b1c-0000-7000-8000-000000000001', name: 'Shopify Berlin' };
  const { ctx, shop } = await told(source);
  const { issue } = await raiseIssue.call(ctx, wish);
  const opened = await openIssue.call(shop, { number: issue.number });
  const card = JSON.stringify(issueMessage(opened.issue, readerOf(shop)));
  expect(card).toContain('raised by Shopify Berlin');
  const timeline = timelineMessage({ ...opened, earlier: null }, readerOf(shop));
  expect(timeline.text).toContain('Shopify Berlin raised it');
  const { prisma } = await testDatabase();
  const audit = await prisma.auditEntry.findMany({ where: { workspaceId: ctx.workspace.id } });
  expect(audit).not.toEqual([]);
  for (const row of audit) expect(row).toMatchObject({ actorKind: 'connector', actorId: source.id });
});

test('what is not on its list is refused in its name, with somebody to ask, and changes nothing', async () => {
  const { ctx, shop } = await told();
  const { issue } = await raiseIssue.call(ctx, wish);
  await expect(takeIssue.call(ctx, { id: issue.id })).rejects.toMatchObject({
    kind: 'not-allowed',
    message: 'Shopify may not take on issues: that is not on the list of what Shopify does.',
    next: 'Ask Lena to do it.',
  });
  const { events } = await openIssue.call(shop, { number: issue.number });
  expect(events.map(({ what }) => what)).toEqual(['raised']);
});

test('a source without a list may do nothing, whatever its name', async () => {
  const { shop } = await told();
  const nobody = asConnector(shop, { id: 'admin', name: 'Admin', may: [] });
  await expect(raiseIssue.call(nobody, wish)).rejects.toThrow('Admin may not raise issues');
  await expect(openIssue.call(nobody, { number: 1 })).rejects.toThrow('Admin may not see issues');
});
