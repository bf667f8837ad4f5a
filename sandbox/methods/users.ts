import { memberJson } from '../state/member-json.ts';
import { botProfile } from '../state/post.ts';
import { type MethodTable, SlackError } from './method.ts';
import { page } from './page.ts';
import { knownMember } from './places.ts';

export const users: MethodTable = {
  'users.info': {
    scope: 'users:read',
    required: ['user'],
    optional: ['include_locale'],
    run: (slack, args) => ({ user: memberJson(slack, knownMember(slack, args.must('user'))) }),
  },
  'users.list': {
    scope: 'users:read',
    optional: ['cursor', 'limit', 'include_locale'],
    run(slack, args) {
      const { slice, next_cursor } = page(args, [...slack.members.values()], (m) => m.id, 1_000, 1_000);
      const members = slice.map((m) => memberJson(slack, m));
      return { members, cache_ts: Math.floor(slack.clock.now() / 1000), response_metadata: { next_cursor } };
    },
  },
  'bots.info': {
    scope: 'users:read',
    optional: ['bot'],
    run(slack, args) {
      if (args.text('bot') !== slack.app.bot_id) throw new SlackError('bot_not_found');
      return { bot: botProfile(slack) };
    },
  },
};
