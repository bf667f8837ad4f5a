import type { Slack } from '../state/slack.ts';
import type { Json, Usergroup } from '../state/types.ts';
import { type Args, type Method, type MethodTable, SlackError } from './method.ts';

const COUNTED = ['include_count', 'include_disabled'];

/**
 * User groups exist only on paid plans. The reference does not say which of its two codes Slack returns: here always
 * the newer.
 */
const paid = (method: Method): Method => ({
  ...method,
  run(slack, args) {
    if (slack.workspace.plan === 'free') throw new SlackError('plan_upgrade_required');
    return method.run(slack, args);
  },
});

export const usergroups: MethodTable = {
  'usergroups.list': paid({
    tier: '2',
    scope: 'usergroups:read',
    optional: [...COUNTED, 'include_users'],
    run: (slack, args) => ({
      usergroups: [...slack.usergroups.values()].map((g) => groupJson(slack, g, args)),
    }),
  }),
  'usergroups.create': paid({
    tier: '2',
    scope: 'usergroups:write',
    required: ['name'],
    optional: ['handle', 'description', 'channels', 'additional_channels', 'enable_section', 'include_count'],
    run(slack, args) {
      const name = args.must('name');
      const handle = args.text('handle') ?? name.toLowerCase().replace(/\s+/g, '-');
      const others = [...slack.usergroups.values()];
      if (others.some((g) => g.name === name)) throw new SlackError('name_already_exists');
      if (!/^[\p{Ll}\p{N}._-]{1,21}$/u.test(handle)) throw new SlackError('bad_handle');
      if (handleTaken(slack, handle)) throw new SlackError('handle_already_exists');
      for (const id of list(args, 'channels'))
        if (!slack.channels.has(id)) throw new SlackError('invalid_channel_provided');
      const group: Usergroup = {
        id: slack.ids.next('S'),
        name,
        handle,
        description: args.must('description'),
        users: [],
        created_by: slack.app.bot_user_id,
        created: Math.floor(slack.clock.now() / 1000),
      };
      slack.usergroups.set(group.id, group);
      return { usergroup: groupJson(slack, group, args) };
    },
  }),
  'usergroups.users.list': paid({
    tier: '2',
    scope: 'usergroups:read',
    required: ['usergroup'],
    optional: ['include_disabled'],
    run: (slack, args) => ({ users: known(slack, args).users }),
  }),
  'usergroups.users.update': paid({
    tier: '2',
    scope: 'usergroups:write',
    required: ['usergroup'],
    optional: ['users', 'additional_channels', 'is_shared', 'include_count'],
    run(slack, args) {
      const group = known(slack, args);
      const users = list(args, 'users');
      // A group cannot be emptied, only disabled.
      if (users.length === 0) throw new SlackError('no_users_provided');
      if (users.some((id) => slack.members.get(id)?.deleted !== false)) throw new SlackError('invalid_users');
      group.users = users;
      return { usergroup: groupJson(slack, group, args) };
    },
  }),
};

function known(slack: Slack, args: Args): Usergroup {
  const group = slack.usergroups.get(args.must('usergroup'));
  if (!group) throw new SlackError('no_such_subteam');
  return group;
}

function list(args: Args, name: string): string[] {
  const given = args.raw[name];
  const ids = Array.isArray(given) ? given.map(String) : args.must(name).split(',');
  return ids.map((id) => id.trim()).filter((id) => id !== '');
}

function handleTaken(slack: Slack, handle: string): boolean {
  const groups = [...slack.usergroups.values()].map((g) => g.handle);
  const members = [...slack.members.values()].map((m) => m.name);
  const channels = [...slack.channels.values()].map((c) => c.name);
  return [...groups, ...members, ...channels].includes(handle);
}

function groupJson(slack: Slack, group: Usergroup, args: Args): Json {
  const { users, created, ...rest } = group;
  return {
    ...rest,
    team_id: slack.workspace.team.id,
    is_usergroup: true,
    is_subteam: true,
    is_external: false,
    date_create: created,
    date_update: created,
    date_delete: 0,
    auto_type: null,
    prefs: { channels: [], groups: [] },
    ...(args.flag('include_users') ? { users } : {}),
    ...(args.flag('include_count') ? { user_count: users.length } : {}),
  };
}
