import type { WebClient } from '@slack/web-api';
import type { Log } from '../../core/runtime/log.ts';
import type { Footing, Places } from '../../core/runtime/places.ts';
import { adviceOn } from '../../features/index.ts';
import { passes } from '../web/errors.ts';
import { refusalOf } from '../web/outcome.ts';
import type { Audiences } from './audience.ts';
import { contentOf } from './services.ts';

const invite = 'Type `/invite @Quartermaster` there, or choose another channel.';

/** `client` tries once: somebody waits for the answer. */
export function placesOf(client: WebClient, audiences: Audiences, log: Log): Places {
  async function look(channel: string): Promise<Footing> {
    let name: string | null = null;
    try {
      const { channel: found } = await client.conversations.info({ channel });
      name = found?.name ?? null;
      if (found?.is_archived) return { ok: false, name, ...refusedBy('is_archived') };
      const audience = await audiences.freshly(channel);
      if (!audience.ok)
        return { ok: false, sure: true, name, why: audience.there, next: 'Choose another channel.' };
      return found?.is_member ? { ok: true, name } : { ok: false, name, ...refusedBy('not_in_channel') };
    } catch (error) {
      return { ok: false, name, ...unanswered(error, channel) };
    }
  }

  function unanswered(error: unknown, channel: string) {
    const reason = refusalOf(error);
    log.info({ err: error, channel }, 'a channel could not be tried');
    if (reason === null || passes(reason))
      return {
        sure: false,
        why: 'Slack does not answer about it right now.',
        next: 'Try again in a minute.',
      };
    return refusedBy(reason);
  }

  return {
    look,
    async post(channel, line) {
      const footing = await look(channel);
      if (!footing.ok) return footing;
      try {
        await client.chat.postMessage({ channel, ...contentOf(line) });
        return footing;
      } catch (error) {
        return { ok: false, name: footing.name, ...unanswered(error, channel) };
      }
    },
  };
}

const remedies: Readonly<Record<string, string>> = {
  is_archived: 'Unarchive it, or choose another channel.',
  not_in_channel: invite,
  channel_not_found: invite,
  missing_scope: 'Reinstall the app from its manifest.',
};

function refusedBy(reason: string) {
  const next = remedies[reason] ?? 'Let the app post in the channel’s settings, or choose another channel.';
  return { sure: true, why: adviceOn(reason).what, next };
}
