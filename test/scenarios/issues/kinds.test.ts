import { expect, test } from 'vitest';
import { defineFeature } from '../../../src/core/declare/feature.ts';
import { definePermission } from '../../../src/core/tokens/permission.ts';
import { privately } from '../../../src/core/tokens/reply.ts';
import { raiseIssue } from '../../../src/features/issues/index.ts';
import { message } from '../../../src/ui/blocks.ts';
import { mrkdwn } from '../../../src/ui/text.ts';
import { loggedErrors } from '../../harness/log.ts';
import { openShop } from '../../harness/shop.ts';

const report = definePermission({ key: 'payouts.report', to: 'report payouts', atLeast: 'viewer' });

/** A feature outside the shop that brings its own kind of issue. */
const payouts = defineFeature({
  name: 'payouts',
  title: 'Payouts',
  permissions: [report],
  operations: [],
  issueKinds: [{ kind: 'payout', label: 'Payout', department: 'purchasing' }],
  verbs: [
    {
      command: 'ops',
      name: 'payout',
      usage: '<kind>',
      summary: 'raises an issue of this kind',
      examples: ['/ops payout payout'],
      permission: report,
      takes: 'words',
      async answer(ctx, { text }) {
        const { issue } = await raiseIssue.call(ctx, {
          title: 'Payout missing',
          kind: text,
          severity: 'high',
          source: 'payouts',
        });
        return privately(message(mrkdwn`Raised issue ${issue.number}`, []));
      },
    },
  ],
});

test('a kind that a feature brings is offered in the form and decides the department', async () => {
  await using shop = await openShop({ features: [payouts] });
  await shop.maya.says('/issue new Payout of February missing');
  await shop.maya.sends('What is wrong?', { kind: 'payout' });
  expect((await shop.vic.sees('· nobody is on it')).text).toContain('Purchasing · Payout');
  await shop.maya.says('/ops payout payout');
  await shop.maya.sees('Raised issue 2');
});

test('an issue of a kind that no feature declares is not raised, and the log names the kind', async () => {
  const errors = loggedErrors();
  await using shop = await openShop({ features: [payouts] });
  await shop.maya.says('/ops payout refund');
  await shop.app.idle();
  const message = expect.stringContaining('No feature declares issues of kind refund');
  expect(errors).toMatchObject([[{ err: { message } }, 'a request failed']]);
  expect(await shop.db.prisma.issue.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
});

test('an issue stays readable when its kind is no longer declared', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  await shop.db.prisma.issue.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { kind: 'payout' },
  });
  await shop.maya.says('/issue 1');
  expect((await shop.maya.sees('Vic raised it')).text).toContain('Payout');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.maya.sees('· Maya is on it until');
});
