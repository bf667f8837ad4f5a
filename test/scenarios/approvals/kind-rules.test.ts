import { expect, test } from 'vitest';
import { z } from 'zod';
import { approves } from '../../../src/core/declare/approval.ts';
import { defineApproval } from '../../../src/core/tokens/approval.ts';
import type { Role } from '../../../src/core/tokens/permission.ts';
import { requestApproval } from '../../../src/features/approvals/asking/request-approval.ts';
import { undoApproval } from '../../../src/features/approvals/execution/undo.ts';
import { getPolicy } from '../../../src/features/approvals/policy/get.ts';
import { systemContext } from '../../../src/jobs/ground.ts';
import { builders } from '../../harness/builders.ts';
import { testDatabase } from '../../harness/database.ts';
import { jobGround } from '../../harness/jobs.ts';

/** A price change in percent: within ten percent it needs nobody's yes, which no rule of a policy could express. */
const reprice = defineApproval({
  id: 'test.reprice',
  title: 'Price change',
  request: z.object({ percent: z.int() }),
  facts: z.object({}),
  measures: ['amount'],
  rules: [
    { name: 'cheap price change', amountAtMost: 20, by: { role: 'lead', needs: 1 }, breakGlass: false },
    { name: 'dear price change', by: { role: 'manager', needs: 2 }, breakGlass: false },
  ],
  expiresInWorkingHours: 8,
  undoMinutes: 15,
});
const repricing = approves(reprice, {
  read: async (_, { percent }) => ({
    facts: {},
    measure: {
      subject: 'price',
      quantity: null,
      amountMinor: BigInt(Math.abs(percent)) * 100n,
      location: null,
      supplier: null,
    },
  }),
  tell: ({ percent }) => ({ what: `change the price by ${percent} %`, lines: [] }),
  changed: () => [],
  needsNoYes: ({ percent }) => (Math.abs(percent) <= 10 ? 'price change within 10 %' : null),
  run: async (_, { percent }) => ({ changes: [], said: `Changed by ${percent} %.` }),
  inverse: ({ percent }) => ({ percent: -percent }),
});

const team: readonly (readonly [string, Role])[] = [
  ['Maya', 'operator'],
  ['Lena', 'lead'],
  ['Mona', 'manager'],
  ['Max', 'manager'],
  ['Nora', 'manager'],
];

async function shop() {
  const jobs = await jobGround({ approvals: [repricing] });
  const { prisma } = await testDatabase();
  const given = builders(prisma, jobs.workspace, jobs.clock.now());
  const ids = new Map<string, string>();
  for (const [name, role] of team) ids.set(name, await given.person(name, `U0${name.toUpperCase()}`, [role]));
  const base = systemContext(jobs, 'test');
  const maya = {
    ...base,
    actor: {
      kind: 'person' as const,
      id: ids.get('Maya') ?? '',
      name: 'Maya',
      slackUserId: 'U0MAYA',
      slackAdmin: false,
      roles: ['operator'] as const,
      departments: [],
      timeZone: 'Europe/Berlin',
    },
  };
  const ask = async (percent: number) =>
    await requestApproval.call(maya, { ...reprice.of({ percent }), why: null });
  const ruleOf = async (number: number) =>
    (
      await prisma.approval.findFirstOrThrow({
        where: { workspaceId: jobs.workspace.id, number },
        select: { policy: true },
      })
    ).policy as unknown as { rule: string; stages: readonly { needs: number; of: { role: string } }[] };
  return { maya, ask, ruleOf };
}

test('the rules of a kind are part of the policy that ships, and name its approvers', async () => {
  const { maya, ask, ruleOf } = await shop();
  const { policy, faults } = await getPolicy.call(maya, {});
  expect(policy.rules.filter(({ when }) => when.kind === 'test.reprice').map(({ name }) => name)).toEqual([
    'cheap price change',
    'dear price change',
  ]);
  expect(faults).toEqual([]);
  const cheap = await ruleOf((await ask(15)).number);
  expect([cheap.rule, cheap.stages[0]?.of.role]).toEqual(['cheap price change', 'lead']);
  const dear = await ruleOf((await ask(30)).number);
  expect([dear.rule, dear.stages[0]?.needs]).toEqual(['dear price change', 2]);
});

test('a request that its kind exempts needs nobody, and its undo is judged the same way', async () => {
  const { maya, ask, ruleOf } = await shop();
  const small = await ask(-8);
  expect(small).toMatchObject({ state: 'done', said: 'Changed by -8 %.' });
  expect(await ruleOf(small.number)).toMatchObject({ rule: 'price change within 10 %', stages: [] });
  const undone = await undoApproval.call(maya, { id: small.id });
  expect(undone.asked).toMatchObject({ state: 'done', said: 'Changed by 8 %.' });
  expect(await ask(25)).toMatchObject({ state: 'waiting' });
});
