import type { Context } from '../../core/context.ts';
import type { Verb } from '../../core/feature.ts';
import type { Role } from '../../core/permission.ts';
import { Refusal } from '../../core/refusal.ts';
import { privately } from '../../core/reply.ts';
import { nameOf, type Words } from '../../core/words.ts';
import { grantRole, revokeRole } from './grant.ts';
import { findPeople, listPeople } from './list.ts';
import { changeRoles, seePeople } from './permissions.ts';
import { peopleList, personCard, roleChanged } from './views.ts';

/** "@Maya lead" or "Maya Lindqvist as lead": the role is the last word. Any other word may be part of a name. */
function whoAndRole({ list }: Words): { who: string; role: Role } {
  const role = list.at(-1)?.toLowerCase() ?? '';
  const who = list.slice(0, list.at(-2)?.toLowerCase() === 'as' ? -2 : -1).join(' ');
  // The operation checks the role and says which there are.
  return { who: nameOf(who), role: role as Role };
}

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: 'people',
    usage: '[<name>]',
    summary: 'who may do what',
    examples: ['/ops people', '/ops people Maya'],
    permission: seePeople,
    takes: 'words or nothing',
    async answer(ctx: Context, words: Words) {
      const asked = words.list.join(' ');
      if (asked === '') return privately(peopleList(await listPeople.call(ctx, {})));
      const found = await findPeople.call(ctx, { text: nameOf(asked) });
      const [only] = found;
      if (!only)
        throw new Refusal('not-found', `I know nobody called ${asked}.`, {
          next: '`/ops people` lists everybody I know.',
        });
      return privately(found.length === 1 ? personCard(only) : peopleList(found));
    },
  },
  {
    command: 'ops',
    name: 'grant',
    usage: '<@name> <role>',
    summary: 'give somebody a role',
    examples: ['/ops grant @Maya lead'],
    permission: changeRoles,
    takes: 'words',
    answer: async (ctx, words) =>
      privately(roleChanged(await grantRole.call(ctx, whoAndRole(words)), 'granted')),
  },
  {
    command: 'ops',
    name: 'revoke',
    usage: '<@name> <role>',
    summary: 'take a role away',
    examples: ['/ops revoke @Maya lead'],
    permission: changeRoles,
    takes: 'words',
    answer: async (ctx, words) =>
      privately(roleChanged(await revokeRole.call(ctx, whoAndRole(words)), 'revoked')),
  },
];
