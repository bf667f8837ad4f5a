import type { Clock } from '../../core/runtime/clock.ts';

const tickMs = 250;
/** A pause of the whole process that is worth knowing of. */
const stallMs = 1_000;
/** What waited in the socket during a pause is read within this time after it. */
const afterMs = 500;

/** Knows when the process was held up (stopped, swapped out, or busy): what it hears just then may be old. */
export interface Stalls {
  /** How long what arrives now may have waited for us, in milliseconds; 0 when nothing held us up. */
  heldUpMs(): number;
  stop(): void;
}

export function watchStalls(clock: Clock): Stalls {
  let last = clock.elapsed();
  let stall = { ended: 0, ms: 0 };
  function look(): void {
    const now = clock.elapsed();
    if (now - last > stallMs) stall = { ended: now, ms: now - last };
    last = now;
  }
  const timer = setInterval(look, tickMs);
  timer.unref();
  return {
    heldUpMs() {
      look();
      return stall.ms > 0 && clock.elapsed() - stall.ended < afterMs ? stall.ms : 0;
    },
    stop: () => clearInterval(timer),
  };
}

/** What is known of how a request came, whatever the receiver. */
export interface Carriage {
  /** Milliseconds since Slack signed it, at most; 0 where Slack does not say, as in Socket Mode. */
  readonly signedAgoMs: number;
  /** Whether somebody still listens for the acknowledgement. */
  readonly isConnected: () => boolean;
}

/** What Slack writes on a signed request is exact to the second. */
const roundingMs = 1_000;

/** The carriage of an HTTP request, for Bolt's context. */
export function carriageOf(
  { headers, socket }: { readonly headers: object; readonly socket: { readonly destroyed: boolean } },
  now: Date,
): { readonly carriage: Carriage } {
  const seconds = Number((headers as Record<string, unknown>)['x-slack-request-timestamp']);
  const ago = Number.isFinite(seconds) && seconds > 0 ? now.getTime() - seconds * 1_000 - roundingMs : 0;
  return { carriage: { signedAgoMs: Math.max(0, ago), isConnected: () => !socket.destroyed } };
}

/** The same from Bolt's context. */
export function carriageIn(context: object): Carriage {
  const { carriage } = context as { carriage?: Carriage };
  return carriage ?? { signedAgoMs: 0, isConnected: () => true };
}
