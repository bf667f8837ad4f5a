import { isObject } from '../blockkit/check.ts';
import { validateMessage } from '../blockkit/index.ts';
import { withAttachedIds } from '../state/elements.ts';
import { changed } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Json, Message } from '../state/types.ts';
import { readMetadata } from './content.ts';
import { type Args, type MethodTable, SlackError } from './method.ts';

const AUTH = ['user_auth_required', 'user_auth_url', 'user_auth_message', 'user_auth_blocks'];

export const unfurl: MethodTable = {
  'chat.unfurl': {
    tier: '3',
    scope: 'links:write',
    optional: ['channel', 'ts', 'unfurl_id', 'source', 'unfurls', 'metadata', ...AUTH],
    run(slack, args) {
      const message = linkedMessage(slack, args);
      const given = args.json('unfurls', 'invalid_unfurls_format');
      const metadata = readMetadata(args, 'unfurl');
      if (given === undefined && metadata === undefined) throw new SlackError('missing_unfurls');
      if (given !== undefined && !isObject(given)) throw new SlackError('invalid_unfurls_format');
      const unfurls = { ...given, ...cardsOf(metadata) };
      for (const [url, attachment] of Object.entries(unfurls)) {
        if (!message.text.includes(url)) throw new SlackError('cannot_unfurl_message');
        if (!message.unfurlable?.includes(url)) throw new SlackError('cannot_unfurl_url');
        const { blocks } = (attachment ?? {}) as Json;
        if (blocks !== undefined && validateMessage({ blocks, text: url }).length > 0)
          throw new SlackError('cannot_parse_attachment');
      }
      // A second call for the same message replaces the attachments of the first.
      const cards = Object.entries(unfurls).map(([from_url, card]) => ({
        ...(card as Json),
        from_url,
        is_app_unfurl: true,
      }));
      message.attachments = withAttachedIds(slack, cards);
      delete message.held;
      changed(slack, message);
      return {};
    },
  },
};

/** A Work Object stands below the message as a card with its title; its other parts are not drawn. */
function cardsOf(metadata: Json | undefined): Json {
  const entities = (metadata?.entities ?? []) as Json[];
  return Object.fromEntries(
    entities.map((entity) => {
      const { attributes } = entity.entity_payload as { attributes: { title: Json; product_name?: string } };
      const { title, product_name: text = '' } = attributes;
      return [String(entity.app_unfurl_url), { title: title.text, title_link: entity.url, text, entity }];
    }),
  );
}

/** The message by its position, or by the id from `link_shared`. */
function linkedMessage(slack: Slack, args: Args): Message {
  const id = args.text('unfurl_id');
  if (id !== undefined) {
    const source = args.text('source');
    if (source === undefined) throw new SlackError('missing_source');
    if (source !== 'conversations_history' && source !== 'composer') throw new SlackError('invalid_source');
    const [channel = '', ts = ''] = id.split('-');
    const message = slack.messages.get(channel, ts);
    if (!message) throw new SlackError('invalid_unfurl_id');
    return message;
  }
  if (args.text('channel') === undefined) throw new SlackError('missing_channel');
  if (args.text('ts') === undefined) throw new SlackError('missing_ts');
  if (!slack.channels.has(args.must('channel'))) throw new SlackError('cannot_find_channel');
  const message = slack.messages.get(args.must('channel'), args.must('ts'));
  if (!message) throw new SlackError('cannot_find_message');
  return message;
}
