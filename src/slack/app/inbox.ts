import type { App, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../../core/runtime/clock.ts';
import type { Workspace } from '../../core/runtime/context.ts';
import type { Log } from '../../core/runtime/log.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import {
  forgetArrivals,
  noteFailedArrival,
  recordArrival,
  setAsideKillers,
  settleArrival,
  takeAbandoned,
} from '../../db/inbound/events.ts';

/** The pause before the first retry of a failing event. */
const retryMs = 60_000;
/** Slack's last retry comes within minutes; a day and an hour also covers delayed events. */
const memoryMs = 25 * 3_600_000;
/** A failing event is retried after 1, 2, 4, 8 and 16 minutes; then the trouble is lasting. */
const mostAttempts = 6;

interface InboxTools {
  readonly clock: Clock;
  readonly log: Log;
  /** How long one process may take over an event before another takes it over. */
  readonly leaseMs: number;
  /** Called when an event could not be recorded: it is not acknowledged, and Slack delivers it again. */
  readonly unrecorded: (key: string, body: object) => Promise<void>;
  /** Called when a retried event fails. */
  readonly failedAgain: (error: unknown) => void;
}

export interface Inbox {
  /** Marks an event as handled. */
  settle(body: object): Promise<void>;
  /**
   * Handling failed: the event is retried with growing pauses. Returns its key once it is set aside for good, else
   * null.
   */
  failed(body: object, error: unknown): Promise<string | null>;
  /**
   * Handles events that were acknowledged but not finished: their process was killed, or Slack refused the answer.
   * Returns the keys of events set aside because every process that began them was killed.
   */
  recover(): Promise<readonly string[]>;
}

/**
 * Bolt acknowledges an event before any listener runs, so a crash would lose it. Each event is therefore recorded
 * first; if that fails it is not acknowledged, and Slack delivers it again.
 */
export function keepInbox(
  app: App,
  prisma: PrismaClient,
  workspace: Workspace,
  { clock, log, leaseMs, unrecorded, failedAgain }: InboxTools,
): Inbox {
  const processEvent = app.processEvent.bind(app);
  const lease = (now: Date) => new Date(now.getTime() + leaseMs);
  /** Events this process is handling, for however long: it must not claim them from itself. */
  const inHand = new Set<string>();

  async function handle(key: string, event: ReceiverEvent): Promise<void> {
    inHand.add(key);
    try {
      await processEvent(event);
    } finally {
      inHand.delete(key);
    }
  }

  async function takeNext() {
    const now = clock.now();
    return await takeAbandoned(prisma, workspace.id, now, { leaseUntil: lease(now), most: mostAttempts });
  }

  app.processEvent = async (event: ReceiverEvent) => {
    const key = eventKey(event.body);
    if (key === null) return await processEvent(event);
    const now = clock.now();
    const fresh = await recordArrival(
      prisma,
      { workspaceId: workspace.id, key, body: event.body },
      now,
      lease(now),
    ).catch((error) => {
      void unrecorded(key, event.body);
      throw error;
    });
    if (fresh) return await handle(key, event);
    log.info({ key }, 'an event was delivered again');
    await event.ack();
  };

  return {
    async settle(body) {
      const key = eventKey(body);
      if (key !== null) await settleArrival(prisma, workspace.id, key, clock.now());
    },
    async failed(body, error) {
      const key = eventKey(body);
      if (key === null) return null;
      const now = clock.now();
      const attempts = await noteFailedArrival(prisma, workspace.id, key, {
        error: error instanceof Error ? error.message : String(error),
        again: (tried) =>
          new Date(now.getTime() + (tried < mostAttempts ? retryMs * 2 ** (tried - 1) : memoryMs)),
      });
      return attempts >= mostAttempts ? key : null;
    },
    async recover() {
      const now = clock.now();
      await forgetArrivals(prisma, workspace.id, new Date(now.getTime() - memoryMs));
      // One at a time, or the lease of the last would expire while the first are handled.
      for (let taken = await takeNext(); taken; taken = await takeNext()) {
        const { key, body } = taken;
        if (inHand.has(key)) continue;
        log.info({ key }, 'handling an event that was not finished');
        await handle(key, { body, ack: async () => {} }).catch(failedAgain);
      }
      return await setAsideKillers(prisma, workspace.id, now, { most: mostAttempts, but: [...inHand] });
    },
  };
}

/**
 * The same key for every delivery of an event: a redelivery may have a new event id, so an event in a channel is known
 * by its timestamp. Null: not an event.
 */
function eventKey(body: object): string | null {
  const { type, event_id, event } = body as {
    type?: string;
    event_id?: string;
    event?: { type?: string; channel?: unknown; event_ts?: string };
  };
  if (type !== 'event_callback' || !event?.type) return null;
  return typeof event.channel === 'string' && event.event_ts
    ? `${event.type}:${event.channel}:${event.event_ts}`
    : `${event.type}:${event_id ?? event.event_ts ?? ''}`;
}
