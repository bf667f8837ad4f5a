import { channelJson } from '../../state/channel-json.ts';
import { botIsMember } from '../../state/people.ts';
import type { Slack } from '../../state/slack.ts';
import type { Channel } from '../../state/types.ts';
import { type Args, type MethodTable, needScope, SlackError } from '../method.ts';
import { page } from '../page.ts';
import { knownMember, READ } from '../places.ts';

const KINDS = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' } as const;
const FILTERS = ['cursor', 'limit', 'types', 'exclude_archived'];

export const lists: MethodTable = {
  'conversations.list': {
    tier: '2',
    optional: FILTERS,
    run: (slack, args) => listed(slack, args, () => true),
  },
  'users.conversations': {
    tier: '3',
    optional: [...FILTERS, 'user'],
    run(slack, args) {
      const user = knownMember(slack, args.text('user') ?? slack.app.bot_user_id).id;
      return listed(slack, args, (channel) => channel.members.has(user));
    },
  },
};

/** Public channels, and private ones with the bot; each kind needs its own scope. */
function listed(slack: Slack, args: Args, wanted: (channel: Channel) => boolean) {
  const kinds = (args.text('types') ?? 'public_channel').split(',').map((type) => kindOf(type.trim()));
  for (const kind of kinds) needScope(slack, READ[kind]);
  const all = [...slack.channels.values()].filter(
    (c) =>
      kinds.includes(c.kind) &&
      (c.kind === 'public' || botIsMember(slack, c)) &&
      !(args.flag('exclude_archived') && c.is_archived) &&
      wanted(c),
  );
  const { slice, next_cursor } = page(args, all, (c) => c.id, 999);
  return {
    channels: slice.map((c) => ({ ...channelJson(slack, c), num_members: c.members.size })),
    response_metadata: { next_cursor },
  };
}

function kindOf(type: string): Channel['kind'] {
  if (!Object.hasOwn(KINDS, type)) throw new SlackError('invalid_types');
  return KINDS[type as keyof typeof KINDS];
}
