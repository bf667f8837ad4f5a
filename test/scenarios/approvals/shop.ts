import { expect } from 'vitest';
import type { Rule } from '../../../src/features/approvals/policy/model.ts';
import type { Person } from '../../harness/person.ts';
import type { Shop } from '../../harness/shop.ts';
import { policyOf } from './policy.ts';

/** Everything that follows from the last press has been done and sent. */
export async function settles(shop: Shop): Promise<void> {
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.app.idle();
}

/** The clock reaches a moment, and everything that follows has been done and sent. */
export async function minuteAt(shop: Shop, moment: string): Promise<void> {
  await shop.comes(moment);
  await settles(shop);
}

/** Makes a free-form request with the form. */
export async function asks(
  shop: Shop,
  who: Person,
  what: string,
  amount: string | null = null,
): Promise<void> {
  await who.says('/approval new');
  const values = { what, why: 'We run out on Friday.', ...(amount === null ? {} : { amount }) };
  expect(await who.sends('Ask for an approval', values)).toEqual({});
  await settles(shop);
}

/** Saves a policy with these rules, and a manager for the rest. */
export async function setPolicy(shop: Shop, ...rules: readonly Rule[]): Promise<void> {
  const { prisma } = shop.db;
  const workspaceId = shop.workspace.id;
  const version = 1 + (await prisma.approvalPolicy.count({ where: { workspaceId } }));
  await prisma.approvalPolicy.create({
    data: {
      workspaceId,
      version,
      policy: structuredClone(policyOf(...rules)),
      changedAt: shop.clock.now(),
      note: 'test',
    },
  });
}

export async function personIdOf(shop: Shop, who: Person): Promise<string> {
  const { prisma } = shop.db;
  const workspaceId = shop.workspace.id;
  const key = { workspaceId_slackUserId: { workspaceId, slackUserId: who.id } };
  return (await prisma.member.findUniqueOrThrow({ where: key })).personId;
}

export async function setRoles(shop: Shop, who: Person, roles: readonly string[]): Promise<void> {
  const id = await personIdOf(shop, who);
  const key = { workspaceId_id: { workspaceId: shop.workspace.id, id } };
  await shop.db.prisma.person.update({ where: key, data: { roles: [...roles] } });
}

/** Delegates from one person to the other. */
export async function delegates(
  shop: Shop,
  from: Person,
  to: Person,
  window: { readonly startsAt: string; readonly endsAt: string },
): Promise<void> {
  const [fromId, toId] = [await personIdOf(shop, from), await personIdOf(shop, to)];
  await shop.db.prisma.approvalDelegation.create({
    data: {
      workspaceId: shop.workspace.id,
      id: crypto.randomUUID(),
      fromId,
      toId,
      startsAt: new Date(window.startsAt),
      endsAt: new Date(window.endsAt),
      createdAt: shop.clock.now(),
    },
  });
}

/** How many votes were cast, and how many effects ran. */
export async function counts(shop: Shop) {
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id };
  return {
    votes: await prisma.approvalVote.count({ where }),
    effects: await prisma.approvalEffect.count({ where }),
  };
}
