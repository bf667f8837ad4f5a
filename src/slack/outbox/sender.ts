import { setTimeout as wait } from 'node:timers/promises';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { type ClaimedMessage, claimMessages } from '../../db/outbox/claim.ts';
import { deliver } from './deliver.ts';
import { contextFor, type OutboxParts } from './parts.ts';
import type { Result } from './result.ts';
import { settle } from './settle.ts';

/** Messages in progress at one time, each at its own place. */
const most = 10;
/** How often it looks without being woken: other processes write messages too. More often while it is busy. */
const lookMs = 2_000;
const busyLookMs = 150;
/** After the first of many is sent: meanwhile others are, and one claim fills all free hands. */
const breathMs = 10;
/** At least so long between two looks at places whose pause is over: meanwhile others' end as well. */
const gatherMs = 50;
/** Pauses while Slack is away, doubling from the first to the last. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** How often it retries after Slack refused our token. */
const stoppedMs = 60_000;

export interface Sender {
  /** Signals new messages. */
  wake(): void;
  /** Resolves when no message is in progress and no more can be sent now. */
  idle(): Promise<void>;
  /** Finishes messages in progress and sends no more. */
  stop(): Promise<void>;
  /** Sends nothing for now, because of this reason: Slack took our token away. Tries again each minute. */
  halt(reason: string): void;
  /** Why nothing is being sent right now; null when all is well. */
  trouble(): string | null;
}

/** Sends the messages of the outbox until it is stopped. Any number of senders may run. */
export function startSender(parts: OutboxParts): Sender {
  const { ground } = parts;
  const { clock, log } = ground;
  const inHand = new Set<Promise<void>>();
  let running: Promise<void> | null = null;
  let again = false;
  let busy = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  /** When the places may be written to again that were since the last look. In order: all pause equally long. */
  let pausesEnd: number[] = [];
  let failures = 0;
  let trouble: { readonly of: 'slack' | 'database'; readonly reason: string; readonly until: number } | null =
    null;

  function wake(): void {
    again = true;
    if (stopped || running) return;
    clearTimeout(timer);
    running = turn().finally(() => {
      running = null;
      if (stopped) return;
      if (again && pauseLeft() === 0) wake();
      else timer = setTimeout(wake, Math.max(untilLook(), pauseLeft()));
    });
  }

  /** A place that was written to may have more to say: it should not wait longer than its pause. */
  function untilLook(): number {
    const [first = Number.POSITIVE_INFINITY] = pausesEnd;
    return Math.min(busy ? busyLookMs : lookMs, Math.max(gatherMs, first - clock.elapsed()));
  }

  const pauseLeft = () => Math.max(0, (trouble?.until ?? 0) - clock.elapsed());

  async function turn(): Promise<void> {
    busy = false;
    try {
      while (again && !stopped && pauseLeft() === 0) {
        again = false;
        const looked = clock.elapsed();
        const claimed = await claim(parts, most - inHand.size);
        if (trouble?.of === 'database') trouble = null;
        pausesEnd = pausesEnd.filter((end) => end > looked);
        for (const message of claimed) begin(message);
        if (claimed.length > 0) busy = true;
        if (inHand.size < most) continue;
        await Promise.race(inHand);
        await wait(breathMs);
      }
    } catch (error) {
      warnUnlessOutage(ground, error, 'the outbox could not be read');
      pause('database', 'the database does not answer', firstPauseMs);
    }
  }

  /** A call that hangs delays its own place only. */
  function begin(message: ClaimedMessage): void {
    const work = sendOne(parts, message)
      .then(judge)
      .finally(() => {
        inHand.delete(work);
        pausesEnd.push(clock.elapsed() + parts.options.paceMs);
        wake();
      });
    inHand.add(work);
  }

  /** Whether Slack can be reached at all. */
  function judge(result: Result): void {
    if (result.was === 'sent') {
      failures = 0;
      trouble = null;
    }
    if (result.was !== 'in trouble') return;
    const { treatment } = result;
    if (treatment.do === 'stop') {
      halt(`Slack refuses the token (${treatment.reason})`, treatment.reason);
    }
    if (treatment.do === 'pause') {
      failures += 1;
      const ms = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
      pause('slack', `Slack does not answer (${treatment.reason})`, ms);
    }
  }

  function halt(why: string, reason = why): void {
    log.error({ reason }, 'Slack refuses our token: nothing is sent until it is replaced');
    pause('slack', why, stoppedMs);
  }

  function pause(of: 'slack' | 'database', reason: string, ms: number): void {
    trouble = { of, reason, until: clock.elapsed() + ms };
  }

  wake();
  return {
    wake,
    halt: (reason) => halt(reason),
    trouble: () => trouble?.reason ?? null,
    async idle() {
      while (running || inHand.size > 0) await Promise.all([running, ...inHand]);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      // What is being claimed right now comes to hand only then.
      await running;
      await Promise.all(inHand);
    },
  };
}

async function claim(
  { ground, workspace, options }: OutboxParts,
  most: number,
): Promise<readonly ClaimedMessage[]> {
  const { engine, clock, ids } = ground;
  const now = clock.now();
  const leasedUntil = new Date(now.getTime() + options.leaseMs);
  return await engine.database.single(
    workspace.id,
    async (tx) => await claimMessages(tx, { now, leasedUntil, lease: ids.uuid(now), most }),
  );
}

async function sendOne(parts: OutboxParts, claimed: ClaimedMessage): Promise<Result> {
  const { clock } = parts.ground;
  try {
    const ctx = await contextFor(parts, claimed);
    const result = await deliver(parts, ctx, claimed);
    // The place's pause begins when Slack answered, not when it was called.
    await settle(parts, { ...ctx, now: clock.now() }, claimed, result);
    parts.settled?.(result.was === 'in trouble' ? result.treatment.do : result.was);
    if (result.was === 'sent') {
      parts.redraws?.sent(claimed.correlationId);
      ctx.log.info(said(claimed), 'a message was sent');
    }
    return result;
  } catch (error) {
    // Its lease expires, and another attempt claims it.
    warnUnlessOutage(parts.ground, error, 'a message was not settled', said(claimed));
    return { was: 'lost' };
  }
}

function said({ id, kind, place, attempts, correlationId }: ClaimedMessage) {
  return { message: id, kind, place, attempts, correlationId };
}
