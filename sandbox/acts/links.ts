import { botIsMember } from '../state/people.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Message } from '../state/types.ts';

/** Sends `link_shared` for links to the app's domains, wherever they were posted: also outside its channels. */
export async function tellOfLinks(slack: Slack, channel: Channel, message: Message): Promise<void> {
  const urls = [...message.text.matchAll(/<(https?:\/\/[^|>]+)/g)].map(([, url = '']) => url);
  const links = urls.flatMap((url) => {
    const domain = domainOf(slack, url);
    return domain === undefined ? [] : [{ url, domain }];
  });
  if (links.length === 0) return;
  message.unfurlable = links.map((link) => link.url);
  await slack.delivery.event(
    {
      type: 'link_shared',
      channel: channel.id,
      is_bot_user_member: botIsMember(slack, channel),
      user: message.user,
      message_ts: message.ts,
      ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
      links,
      unfurl_id: `${channel.id}-${message.ts}`,
      source: 'conversations_history',
      event_ts: slack.ids.ts(),
    },
    'link_shared',
  );
}

/** A declared domain covers its subdomains. */
function domainOf(slack: Slack, url: string): string | undefined {
  const { hostname } = new URL(url);
  return slack.manifest.features.unfurl_domains.find((d) => hostname === d || hostname.endsWith(`.${d}`));
}
