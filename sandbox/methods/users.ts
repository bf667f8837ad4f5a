import { memberJson } from '../state/member-json.ts';
import { botProfile } from '../state/message-json.ts';
import { type MethodTable, SlackError } from './method.ts';
import { page } from './page.ts';
import { knownMember } from './places.ts';

export const users: MethodTable = {
  'users.info': {
    tier: '4',
    scope: 'users:read',
    required: ['user'],
    optional: ['include_locale'],
    run: (slack, args) => ({ user: memberJson(slack, knownMember(slack, args.must('user'))) }),
  },
  'users.list': {
    tier: '2',
    scope: 'users:read',
    optional: ['cursor', 'limit', 'include_locale'],
    run(slack, args) {
      const { slice, next_cursor } = page(args, [...slack.members.values()], (m) => m.id, 1_000, 1_000);
      const members = slice.map((m) => memberJson(slack, m));
      return { members, cache_ts: Math.floor(slack.clock.now() / 1000), response_metadata: { next_cursor } };
    },
  },
  'bots.info': {
    tier: '3',
    scope: 'users:read',
    optional: ['bot'],
    run(slack, args) {
      if (args.text('bot') !== slack.app.bot_id) throw new SlackError('bot_not_found');
      return { bot: botProfile(slack) };
    },
  },
  'users.lookupByEmail': {
    tier: '3',
    scope: 'users:read.email',
    required: ['email'],
    run(slack, args) {
      const wanted = args.must('email').toLowerCase();
      const found = [...slack.members.values()].find((m) => !m.deleted && m.email.toLowerCase() === wanted);
      if (!found) throw new SlackError('users_not_found');
      return { user: memberJson(slack, found) };
    },
  },
  'users.getPresence': {
    tier: '3',
    scope: 'users:read',
    optional: ['user'],
    run(slack, args) {
      return { presence: knownMember(slack, args.text('user') ?? slack.app.bot_user_id).presence };
    },
  },
  'dnd.info': {
    tier: '3',
    scope: 'dnd:read',
    optional: ['user'],
    run(slack, args) {
      const { dnd } = knownMember(slack, args.text('user') ?? slack.app.bot_user_id);
      const now = Math.floor(slack.clock.now() / 1000);
      return {
        dnd_enabled: dnd,
        next_dnd_start_ts: dnd ? now : 1,
        next_dnd_end_ts: dnd ? now + 8 * 3600 : 1,
        snooze_enabled: false,
      };
    },
  },
};
