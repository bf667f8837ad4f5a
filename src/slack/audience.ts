import type { ConversationsMembersResponse, UsersListResponse, WebClient } from '@slack/web-api';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';

/** Whether an answer may be shown to everybody in a channel; if not, why and what to do. */
export type Audience =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly next: string };

export interface Audiences {
  of(channelId: string): Promise<Audience>;
}

/** How long the list of all outsiders is kept. Who is in a channel is asked each time: a guest may just have come. */
const keepMs = 5 * 60_000;
const pageSize = 1_000;

/** A conversation of two: a person and the bot, or two people with whom the bot is not. */
export function isDirect(channelId: string): boolean {
  return channelId.startsWith('D');
}

/**
 * Stock and money are for the shop's own people. A channel shared with another workspace, or with guests in
 * it, is not shown anything; nor is one whose members we may not see.
 */
export function audiencesOf(client: WebClient, ourTeamId: string, clock: Clock, log: Log): Audiences {
  let outsiders: { until: number; ids: Promise<ReadonlySet<string>> } | null = null;

  function outsiderIds(): Promise<ReadonlySet<string>> {
    const now = clock.elapsed();
    if (!outsiders || outsiders.until < now)
      outsiders = { until: now + keepMs, ids: listOutsiders(client, ourTeamId) };
    return outsiders.ids;
  }

  async function look(channelId: string): Promise<Audience> {
    if (isDirect(channelId)) {
      return {
        ok: false,
        why: 'This is a direct message, and I cannot see who reads it.',
        next: 'Share it in a channel.',
      };
    }
    const { channel } = await client.conversations.info({ channel: channelId });
    if (channel?.is_ext_shared || channel?.is_pending_ext_shared || channel?.is_org_shared) {
      return {
        ok: false,
        why: 'This channel is shared with another workspace, so I show nothing to everybody here.',
        next: 'Share it in a channel of your own.',
      };
    }
    const [members, outside] = await Promise.all([listMembers(client, channelId), outsiderIds()]);
    if (members.some((member) => outside.has(member))) {
      return {
        ok: false,
        why: 'There are guests in this channel, so I show nothing to everybody here.',
        next: 'Share it in a channel without guests.',
      };
    }
    return { ok: true };
  }

  return {
    async of(channelId) {
      try {
        return await look(channelId);
      } catch (error) {
        outsiders = null;
        log.info({ err: error, channelId }, 'the audience of a channel is not known');
        return {
          ok: false,
          why: 'I cannot see who is in this conversation, so I show nothing to everybody here.',
          next: 'In a channel: /invite @Quartermaster, then press again.',
        };
      }
    },
  };
}

async function listMembers(client: WebClient, channel: string): Promise<readonly string[]> {
  const members: string[] = [];
  for await (const page of client.paginate('conversations.members', { channel, limit: pageSize })) {
    members.push(...((page as ConversationsMembersResponse).members ?? []));
  }
  return members;
}

async function listOutsiders(client: WebClient, ourTeamId: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const page of client.paginate('users.list', { limit: pageSize })) {
    for (const user of (page as UsersListResponse).members ?? []) {
      const outside = user.team_id !== ourTeamId || user.is_restricted || user.is_ultra_restricted;
      if (user.id && outside) ids.add(user.id);
    }
  }
  return ids;
}
