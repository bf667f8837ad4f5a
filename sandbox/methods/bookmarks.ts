import { changed } from '../changes/channels.ts';
import type { Slack } from '../state/slack.ts';
import type { Bookmark, Channel } from '../state/types.ts';
import { type Args, type MethodTable, SlackError } from './method.ts';
import { knownChannel } from './places.ts';

const MOST_BOOKMARKS = 100;

export const bookmarks: MethodTable = {
  'bookmarks.add': {
    tier: '2',
    scope: 'bookmarks:write',
    required: ['channel_id', 'title', 'type'],
    optional: ['link', 'emoji', 'entity_id', 'parent_id', 'access_level'],
    run(slack, args) {
      const channel = joined(slack, args);
      if (args.must('type') !== 'link') throw new SlackError('invalid_bookmark_type');
      const link = args.must('link');
      if (!/^https?:\/\//.test(link)) throw new SlackError('invalid_link');
      const emoji = args.must('emoji');
      if (emoji !== '' && !/^:[^\s:]+:$/.test(emoji)) throw new SlackError('invalid_emoji');
      if (channel.bookmarks.length >= MOST_BOOKMARKS) throw new SlackError('too_many_bookmarks');
      const bookmark: Bookmark = {
        id: slack.ids.next('Bk'),
        channel_id: channel.id,
        type: 'link',
        title: args.must('title'),
        link,
        emoji,
      };
      channel.bookmarks.push(bookmark);
      changed(slack, channel);
      return { bookmark };
    },
  },
  'bookmarks.list': {
    tier: '3',
    scope: 'bookmarks:read',
    required: ['channel_id'],
    run: (slack, args) => ({ bookmarks: joined(slack, args).bookmarks }),
  },
  'bookmarks.remove': {
    tier: '2',
    scope: 'bookmarks:write',
    required: ['channel_id', 'bookmark_id'],
    optional: ['quip_section_id'],
    run(slack, args) {
      const channel = joined(slack, args);
      const left = channel.bookmarks.filter((b) => b.id !== args.must('bookmark_id'));
      if (left.length === channel.bookmarks.length) throw new SlackError('not_found');
      channel.bookmarks = left;
      changed(slack, channel);
      return {};
    },
  },
};

function joined(slack: Slack, args: Args): Channel {
  const channel = knownChannel(slack, args.must('channel_id'));
  if (!channel.members.has(slack.app.bot_user_id)) throw new SlackError('not_in_channel');
  return channel;
}
