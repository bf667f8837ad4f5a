import { hash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Workspace } from '../../core/runtime/context.ts';
import type { Delivery } from '../../core/runtime/delivery.ts';
import { systemActor } from '../../core/runtime/system.ts';
import { lastingOf, type Message } from '../../core/tokens/reply.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { say } from '../../features/index.ts';
import type { Directory } from './actor.ts';
import type { Stalls } from './age.ts';
import type { Audiences } from './audience.ts';
import type { Identity } from './bolt.ts';
import type { Inbox } from './inbox.ts';
import type { Redraws } from './redraws.ts';
import { contextOf, type Ground, type Origin } from './request.ts';
import type { Running } from './running.ts';
import type { Seal } from './seal.ts';
import type { Turn, Turns } from './turns.ts';

/** What the listeners work with. */
export interface Parts {
  readonly ground: Ground;
  readonly workspace: Workspace;
  readonly identity: Identity;
  readonly directory: Directory;
  readonly audiences: Audiences;
  readonly inbox: Inbox;
  readonly running: Running;
  readonly client: WebClient;
  /** For what is written down before it is handled. */
  readonly prisma: PrismaClient;
  readonly seal: Seal;
  readonly stalls: Stalls;
  readonly turns: Turns;
  readonly redraws: Redraws;
  /** Slack took our token away, for this reason: stops sending. */
  readonly farewell: (reason: string) => void;
  /** Milliseconds that a process has to answer what it accepted; then another takes over. */
  readonly leaseMs: number;
}

/** A correlation id is derived from the delivery's key and hides it: a trigger id must not reach a log. */
export function originOf(
  { workspace, ground }: Parts,
  delivery: Delivery | null,
  channel?: string,
  turn: Turn | null = null,
): Origin {
  const correlationId = delivery
    ? hash('sha256', delivery.key).slice(0, 16)
    : ground.ids.uuid(ground.clock.now());
  return { workspace, correlationId, delivery, channel, turn };
}

/** The part of a message that chat.postMessage and chat.update accept. */
export function contentOf(message: Message) {
  return { text: message.text, blocks: [...message.blocks] };
}

/**
 * Sends a message to one person's direct messages with the bot; the outbox keeps it until Slack has it. Without the
 * database it is sent at once, or lost.
 */
export async function sayDirectly(parts: Parts, slackUserId: string, message: Message): Promise<void> {
  const { ground, workspace } = parts;
  const ctx = contextOf(ground, originOf(parts, null), systemActor(workspace, 'the front door'));
  const about = ground.ids.uuid(ctx.now);
  const lasting = lastingOf(message);
  try {
    await say.call(ctx, { about, place: slackUserId, asker: slackUserId, message: lasting });
  } catch (error) {
    if (ground.engine.database.trouble(error) === null) throw error;
    await parts.client.chat.postMessage({ channel: slackUserId, ...contentOf(lasting) });
  }
}
