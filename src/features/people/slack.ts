import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { draws } from '../../core/declare/drawing.ts';
import { takes } from '../../core/declare/form.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { listOf } from '../../core/text/sentence.ts';
import { mentionedUser, nameOf, type Words } from '../../core/text/words.ts';
import { type Department, departments } from '../../core/tokens/departments.ts';
import { type Role, roles } from '../../core/tokens/permission.ts';
import { asking, privately } from '../../core/tokens/reply.ts';
import { openChannels } from './channels/actions.ts';
import { chooseChannels, getChannels } from './channels/choose.ts';
import { channelsForm } from './channels/forms.ts';
import { tryChannels } from './channels/try.ts';
import { channelsChosen, channelsFormView, channelTried } from './channels/views.ts';
import { grantRole, revokeRole } from './grant.ts';
import { linkAccounts } from './link.ts';
import { findPeople, guessPeople, listPeople } from './list.ts';
import { roleTold } from './notifications.ts';
import { changeChannels, changeRoles, seePeople } from './permissions.ts';
import { unknownPerson } from './pick.ts';
import { changeDepartments } from './set-departments.ts';
import {
  accountsLinked,
  departmentsChanged,
  peopleList,
  personCard,
  roleChanged,
  roleChangedFor,
} from './views.ts';

/** "@Maya lead" or "Maya Lindqvist as lead": the role is the last word. Any other word may be part of a name. */
const isRole = (word: string) => (roles as readonly string[]).includes(word.toLowerCase());

function whoAndRole({ list }: Words): { who: string; role: Role } {
  const last = list.at(-1) ?? '';
  // Only somebody is named: the operation asks for the role, and not for the name.
  if (list.length === 1 && !isRole(last)) return { who: nameOf(last), role: '' as Role };
  const role = last.toLowerCase();
  const who = list.slice(0, list.at(-2)?.toLowerCase() === 'as' ? -2 : -1).join(' ');
  // The operation checks the role and names the valid ones.
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
      const exactly = await findPeople.call(ctx, { text: nameOf(asked) });
      const isName = exactly.length === 0 && mentionedUser(asked) === null;
      const found = isName ? await guessPeople.call(ctx, { name: nameOf(asked).slice(0, 200) }) : exactly;
      const [only] = found;
      if (!only)
        throw new Refusal('not-found', unknownPerson(asked), {
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
  {
    command: 'ops',
    name: 'department',
    usage: '<@name> <department>, <department> | none',
    summary: 'say which departments somebody belongs to',
    examples: ['/ops department @Maya shipping, customer service'],
    permission: changeRoles,
    takes: 'words',
    answer: async (ctx, words) =>
      privately(departmentsChanged(await changeDepartments.call(ctx, whoAndDepartments(words)))),
  },
  {
    command: 'ops',
    name: 'same',
    usage: '<@account> <@person>',
    summary: 'join two Slack accounts into one person, who counts once',
    examples: ['/ops same @Maya2 @Maya'],
    permission: changeRoles,
    takes: 'words',
    async answer(ctx, { list: [account = '', person = ''] }) {
      return privately(
        accountsLinked(await linkAccounts.call(ctx, { account: nameOf(account), person: nameOf(person) })),
      );
    },
  },
  {
    command: 'ops',
    name: 'channels',
    usage: '',
    summary: 'which channel is for what',
    examples: ['/ops channels'],
    permission: changeChannels,
    takes: 'nothing',
    answer: async (ctx) => privately(channelsChosen(await getChannels.call(ctx, {}))),
  },
];

export const drawings = [
  draws(roleTold, async (_, { facts: { by, role, verb } }) => roleChangedFor(by, role, verb)),
];

export const clicks = [
  answers(openChannels, async (ctx) => {
    const channels = await getChannels.call(ctx, {});
    return asking(channelsForm.open({}, channelsFormView(channels)), channelsChosen(channels));
  }),
];

export const forms = [
  takes(channelsForm, async (ctx, _, chosen) => {
    await tryChannels(ctx, chosen, (labels) => channelTried(labels, ctx.actor.name));
    const { channels } = await chooseChannels.call(ctx, chosen);
    return privately(channelsChosen(channels));
  }),
];

/** "@Maya shipping, customer service" or "Maya Lindqvist shipping": the name ends where the departments begin. */
function whoAndDepartments({ text }: Words): { who: string; departments: Department[] } {
  const lower = text.toLowerCase();
  const at = departments
    .map((department) => lower.search(new RegExp(`(^|[ ,])${department}\\b`)))
    .filter((index) => index >= 0);
  const none = lower.search(/ none$/);
  const end = Math.min(...at, ...(none >= 0 ? [none] : []));
  if (!Number.isFinite(end)) {
    throw new Refusal('invalid', `Say which departments: ${listOf(departments, 'or')}, or none.`);
  }
  const named = lower
    .slice(end)
    .split(/[,]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'none');
  return { who: nameOf(text.slice(0, end).trim()), departments: named as Department[] };
}
