import type { ConversationsMembersResponse, UsersListResponse, WebClient } from '@slack/web-api';
import type { Clock } from '../../core/runtime/clock.ts';
import type { Log } from '../../core/runtime/log.ts';
import { isDirect } from '../../core/tokens/place.ts';

/** Whether everybody in a channel may see an answer; if not, why and what to do. */
export type Audience =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: string;
      readonly next: string;
      /** Why nothing is posted there, for somebody who reads it elsewhere. */
      readonly there: string;
    };

export interface Audiences {
  /** Asks Slack each time. When Slack does not answer, nobody may see it. */
  of(channelId: string): Promise<Audience>;
  /** Asks Slack each time. Throws when Slack does not answer. */
  freshly(channelId: string): Promise<Audience>;
  /** At most a minute old: for series of messages. Throws when Slack does not answer. */
  recently(channelId: string): Promise<Audience>;
}

/**
 * How long the list of all outsiders is kept. Members of a channel are read each time: a guest may have just joined.
 */
const keepMs = 5 * 60_000;
const recentMs = 60_000;
const pageSize = 1_000;

/**
 * Stock and money are for the shop's own people. Nothing is shown in a channel that is shared with another workspace,
 * has guests, or hides its members from us.
 */
export function audiencesOf(client: WebClient, ourTeamId: string, clock: Clock, log: Log): Audiences {
  let outsiders: { until: number; ids: Promise<ReadonlySet<string>> } | null = null;

  function outsiderIds(): Promise<ReadonlySet<string>> {
    const now = clock.elapsed();
    if (!outsiders || outsiders.until < now) {
      const asked = { until: now + keepMs, ids: listOutsiders(client, ourTeamId) };
      // A failed look-up is not kept.
      asked.ids.catch(() => {
        if (outsiders === asked) outsiders = null;
      });
      outsiders = asked;
    }
    return outsiders.ids;
  }

  const recent = new Map<string, { until: number; audience: Audience }>();

  async function look(channelId: string): Promise<Audience> {
    const audience = await ask(channelId);
    recent.set(channelId, { until: clock.elapsed() + recentMs, audience });
    return audience;
  }

  async function ask(channelId: string): Promise<Audience> {
    if (isDirect(channelId)) {
      return {
        ok: false,
        why: 'This is a direct message, and I cannot see who reads it.',
        next: 'Share it in a channel.',
        there: 'I cannot see who reads it.',
      };
    }
    const { channel } = await client.conversations.info({ channel: channelId });
    if (channel?.is_ext_shared || channel?.is_pending_ext_shared || channel?.is_org_shared) {
      return {
        ok: false,
        why: 'This channel is shared with another workspace, so I show nothing to everybody here.',
        next: 'Share it in a channel of your own.',
        there: 'It is shared with another workspace, so I don’t post there.',
      };
    }
    const [members, outside] = await Promise.all([listMembers(client, channelId), outsiderIds()]);
    if (members.some((member) => outside.has(member))) {
      return {
        ok: false,
        why: 'There are guests in this channel, so I show nothing to everybody here.',
        next: 'Share it in a channel without guests.',
        there: 'Guests are in it, so I don’t post there.',
      };
    }
    return { ok: true };
  }

  return {
    freshly: look,
    async recently(channelId) {
      const known = recent.get(channelId);
      return known && known.until > clock.elapsed() ? known.audience : await look(channelId);
    },
    async of(channelId) {
      try {
        return await look(channelId);
      } catch (error) {
        log.info({ err: error, channelId }, 'the audience of a channel could not be read');
        return {
          ok: false,
          why: 'I cannot see who is in this conversation, so I show nothing to everybody here.',
          next: 'In a channel: /invite @Quartermaster, then press again.',
          there: 'I cannot see who is in it, so I don’t post there.',
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
