import type { WebClient } from '@slack/web-api';
import type { SlackConfig } from '../../config.ts';
import type { Engine } from '../../core/runtime/context.ts';
import type { Log } from '../../core/runtime/log.ts';
import type { SlackClient } from '../web/client.ts';
import type { Audiences } from './audience.ts';
import { filesOf } from './files.ts';
import { placesOf } from './places.ts';
import type { Rights } from './rights.ts';
import { roomsOf } from './rooms.ts';

interface Tools {
  /** Tries each call once. */
  readonly single: WebClient;
  /** By the same client. */
  readonly audiences: Audiences;
  readonly rights: Rights;
  readonly log: Log;
}

/** What operations ask of Slack, besides their messages. */
export function reachOf(
  client: SlackClient,
  slack: SlackConfig,
  { single, audiences, rights, log }: Tools,
): Pick<Engine, 'files' | 'places' | 'rooms'> {
  return {
    files: filesOf(client, slack),
    places: placesOf(single, audiences, log),
    rooms: roomsOf(client, rights, log),
  };
}
