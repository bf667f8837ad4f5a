import type { App, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../../core/runtime/clock.ts';
import type { Workspace } from '../../core/runtime/context.ts';
import type { Log } from '../../core/runtime/log.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import {
  forgetArrivals,
  noteFailedArrival,
  recordArrival,
  setKillersAside,
  settleArrival,
  takeAbandoned,
} from '../../db/inbox.ts';

/** How long one process may take over an event before another takes it over. */
const leaseMs = 60_000;
/** Slack's last retry comes within minutes; a day and an hour also covers delayed events. */
const memoryMs = 25 * 3_600_000;
/** An event that fails is tried after 1, 2, 4, 8 and 16 minutes; then the trouble is not a passing one. */
const mostAttempts = 6;

export interface Inbox {
  /** Marks the event that a listener has handled. */
  settle(body: object): Promise<void>;
  /** Handling it failed: it is tried again, later and later. Its key when it was set aside in the end, else null. */
  failed(body: object, error: unknown): Promise<string | null>;
  /**
   * Handles again what was acknowledged and not handled: its process was killed, or Slack did not take the answer. The
   * keys of arrivals set aside because they killed each process that began them.
   */
  recover(): Promise<readonly string[]>;
}

/**
 * Bolt acknowledges an event before any listener runs, so a crash would lose it. Each event is therefore
 * written down first; when that fails it is not acknowledged, and Slack delivers it again.
 */
export function keepInbox(
  app: App,
  prisma: PrismaClient,
  workspace: Workspace,
  clock: Clock,
  log: Log,
): Inbox {
  const processEvent = app.processEvent.bind(app);
  const lease = (now: Date) => new Date(now.getTime() + leaseMs);
  /** Arrivals in this process's hands, however long they take: it must not take them over from itself. */
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
    );
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
          new Date(now.getTime() + (tried < mostAttempts ? leaseMs * 2 ** (tried - 1) : memoryMs)),
      });
      return attempts >= mostAttempts ? key : null;
    },
    async recover() {
      const now = clock.now();
      await forgetArrivals(prisma, workspace.id, new Date(now.getTime() - memoryMs));
      // One at a time, or the lease of the last would run out while the first are handled.
      for (let taken = await takeNext(); taken; taken = await takeNext()) {
        const { key, body } = taken;
        if (inHand.has(key)) continue;
        log.info({ key }, 'handling an event that was left behind');
        await handle(key, { body, ack: async () => {} });
      }
      return await setKillersAside(prisma, workspace.id, now, { most: mostAttempts, but: [...inHand] });
    },
  };
}

/**
 * The same for every delivery of one event: a redelivery may carry a new event id, so where there is a
 * channel its time stamp counts. Null: not an event.
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
