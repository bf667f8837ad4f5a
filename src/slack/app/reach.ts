import type { SlackConfig } from '../../config.ts';
import type { Engine } from '../../core/runtime/context.ts';
import type { Log } from '../../core/runtime/log.ts';
import type { SlackClient } from '../web/client.ts';
import type { Audiences } from './audience.ts';
import { filesOf } from './files.ts';
import { placesOf } from './places.ts';
import type { Rights } from './rights.ts';
import { roomsOf } from './rooms.ts';

/** What operations ask of Slack, besides their messages. */
export function reachOf(
  client: SlackClient,
  slack: SlackConfig,
  { audiences, rights, log }: { readonly audiences: Audiences; readonly rights: Rights; readonly log: Log },
): Pick<Engine, 'files' | 'places' | 'rooms'> {
  return {
    files: filesOf(client, slack),
    places: placesOf(client, audiences, log),
    rooms: roomsOf(client, rights, log),
  };
}
