import type { WebClient } from '@slack/web-api';
import type { Context, Workspace } from '../../core/runtime/context.ts';
import { systemActor } from '../../core/runtime/system.ts';
import { isPerson } from '../../core/tokens/place.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { identify } from '../../features/index.ts';
import type { Audiences } from '../app/audience.ts';
import type { Redraws } from '../app/redraws.ts';
import { contextOf, type Ground } from '../app/request.ts';

export interface OutboxOptions {
  /** Milliseconds between two messages at a place. */
  readonly paceMs: number;
  /** Milliseconds until another sender may take over a claimed message; longer than its calls to Slack take. */
  readonly leaseMs: number;
}

export const defaultOptions: OutboxOptions = { paceMs: 1_000, leaseMs: 60_000 };

/** What a sender works with. */
export interface OutboxParts {
  readonly ground: Ground;
  readonly workspace: Workspace;
  readonly audiences: Audiences;
  /** Tries each call once; the outbox obeys Slack's waiting times itself. */
  readonly client: WebClient;
  readonly options: OutboxOptions;
  /** Reports each outcome, for the metrics. */
  readonly settled?: (outcome: string) => void;
  /** Tells those who wait for the redraw of a card. */
  readonly redraws?: Redraws;
}

/** The bot's own context, drawing for the reader: the person of direct messages, else the whole shop. */
export async function contextFor(
  parts: OutboxParts,
  { place, correlationId }: ClaimedMessage,
): Promise<Context> {
  const { ground, workspace } = parts;
  const origin = { workspace, correlationId, delivery: null };
  const ctx = contextOf(ground, origin, systemActor(workspace, 'the outbox'));
  const reader = isPerson(place) ? await identify.call(ctx, { slackUserId: place }) : null;
  return reader ? { ...ctx, actor: { ...ctx.actor, timeZone: reader.timeZone } } : ctx;
}
