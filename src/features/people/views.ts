import { count, listOf, withArticle } from '../../core/text/sentence.ts';
import { type Role, roles } from '../../core/tokens/permission.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { context, header, message, section, table } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { highest, listLimit, type MemberRow } from './rules.ts';

const meaning: Readonly<Record<Role, string>> = {
  viewer: 'looks things up',
  operator: 'does the daily work',
  lead: 'decides for a team',
  manager: 'decides for the shop',
  admin: 'sets the bot up',
};

export function departmentsChanged({
  name,
  departments,
}: {
  name: string;
  departments: readonly string[];
}): Message {
  const text =
    departments.length === 0
      ? mrkdwn`${name} belongs to no department.`
      : mrkdwn`${name} belongs to ${listOf(departments)}.`;
  return message(text, [section(text)]);
}

export function accountsLinked({
  account,
  person,
  merged,
}: {
  readonly account: string;
  readonly person: string;
  readonly merged: object | null;
}): Message {
  const text = merged
    ? mrkdwn`${account} and ${person} are one person now, who counts once and has the roles of both.`
    : mrkdwn`Both accounts belong to ${person} already. Nothing changed.`;
  return message(text, [section(text)]);
}

export function peopleList(members: readonly MemberRow[]): Message {
  const shown = members.slice(0, listLimit);
  const admins = shown.filter((member) => member.roles.includes('admin')).length;
  const finding = `${count(shown.length, 'person', 'people')} known, ${count(admins, 'admin')}`;
  return message(
    mrkdwn`${finding}: ${shown.map((member) => `${member.name} (${highest(member.roles) ?? 'no role'})`).join(', ')}`,
    [
      header(finding),
      table(
        [{ title: 'Name' }, { title: 'Roles' }, { title: 'Departments' }, { title: 'Time zone' }],
        shown.map((member) => [
          member.name,
          member.roles.join(', ') || 'none yet',
          member.departments.join(', ') || '–',
          member.timeZone,
        ]),
      ),
      ...(members.length > listLimit
        ? [section(mrkdwn`Not everybody is listed. \`/ops people <name>\` finds the others.`)]
        : []),
      context(
        mrkdwn`Source: Slack and the roles granted here. A person is listed after their first command.`,
      ),
    ],
  );
}

export function personCard(member: MemberRow): Message {
  const role = highest(member.roles);
  return message(mrkdwn`${member.name}: ${role ? `${role}, ${meaning[role]}` : 'no role yet'}`, [
    section(
      mrkdwn`*${member.name}* ${member.active ? '' : '(deactivated in Slack)'}\nRoles: ${member.roles.join(', ') || 'none yet'}\nDepartments: ${member.departments.join(', ') || '–'}\nTime zone: ${member.timeZone}`,
    ),
  ]);
}

export function roleChanged(
  outcome: { name: string; role: Role; changed: boolean; above: Role | null },
  verb: 'granted' | 'revoked',
): Message {
  const { name, role, changed, above } = outcome;
  const already =
    verb === 'granted'
      ? `${name} is ${withArticle(role)} already. Nothing changed.`
      : `${name} was not ${withArticle(role)}. Nothing changed.`;
  const done =
    verb === 'granted'
      ? above
        ? `${name} is also ${withArticle(role)}, and still ${withArticle(above)}, who may do all that ${withArticle(role)} may: it adds nothing.`
        : `${name} is now ${withArticle(role)}: ${meaning[role]}.`
      : `${name} is no longer ${withArticle(role)}${above ? `, and still ${withArticle(above)}` : ''}.`;
  const text = mrkdwn`${changed ? done : already}`;
  return message(text, [section(text)]);
}

/** To the person whose rights have changed. */
export function roleChangedFor(by: string, role: Role, verb: 'granted' | 'revoked'): Message {
  const text =
    verb === 'granted'
      ? mrkdwn`${by} made you ${withArticle(role)}: you may now do what ${withArticle(role)} may. \`/ops help\` shows it.`
      : mrkdwn`${by} took the role of ${withArticle(role)} from you. \`/ops help\` shows what you still may do.`;
  return message(text, [section(text)]);
}

const maya: MemberRow = {
  personId: '00000000-0000-7000-8000-000000000001',
  slackUserId: 'U0MAYA0001',
  name: 'Maya Lindqvist',
  timeZone: 'Europe/Berlin',
  roles: ['viewer', 'operator'],
  departments: ['warehouse'],
  kind: 'full',
  slackAdmin: false,
  active: true,
  refreshedAt: new Date(0),
};

export const samples = {
  'accounts of one person': () => accountsLinked({ account: maya.name, person: maya.name, merged: {} }),
  'accounts that already belong to one person': () =>
    accountsLinked({ account: maya.name, person: maya.name, merged: null }),
  'nobody yet': () => peopleList([]),
  'one person': () => peopleList([maya]),
  'more than fit, with hostile names': () =>
    peopleList(
      Array.from({ length: 41 }, () => ({
        ...maya,
        name: '<!channel> *Maya*',
        roles: [...roles],
        departments: ['x'.repeat(200)],
      })),
    ),
  'all that are listed, with long names': () =>
    peopleList(
      Array.from({ length: listLimit }, () => ({
        ...maya,
        name: 'x'.repeat(250),
        departments: ['y'.repeat(100)],
      })),
    ),
  'told of a new role': () => roleChangedFor('<!channel>', 'operator', 'granted'),
  'told of a lost role': () => roleChangedFor('Ada', 'lead', 'revoked'),
  card: () => personCard({ ...maya, active: false, roles: [] }),
  granted: () => roleChanged({ name: 'Maya', role: 'lead', changed: true, above: null }, 'granted'),
  'granted below a higher one': () =>
    roleChanged({ name: 'Ada', role: 'viewer', changed: true, above: 'admin' }, 'granted'),
  'granted before': () => roleChanged({ name: 'Maya', role: 'lead', changed: false, above: null }, 'granted'),
  revoked: () => roleChanged({ name: 'Maya', role: 'lead', changed: true, above: null }, 'revoked'),
  'revoked below a higher one': () =>
    roleChanged({ name: 'Ada', role: 'viewer', changed: true, above: 'admin' }, 'revoked'),
};
