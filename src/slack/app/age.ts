import type { Clock } from '../../core/runtime/clock.ts';

const tickMs = 250;
/** A standstill of the process counts from this length. */
const stallMs = 1_000;
/** Input that waited during a standstill is read within this time after it. */
const afterMs = 500;

/** Detects standstills of the process (stopped, swapped out, busy): input read right after one may be old. */
export interface Stalls {
  /** The longest time in milliseconds that input arriving now may have waited; 0 without a standstill. */
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

/** How a request arrived, for any receiver. */
export interface Carriage {
  /** Milliseconds since Slack signed the request, at least; 0 if unknown, as in Socket Mode. */
  readonly signedAgoMs: number;
  /** Whether the connection for the acknowledgement is open. */
  readonly isConnected: () => boolean;
}

/** Slack's timestamp is exact to the second. */
const roundingMs = 1_000;

/** The carriage of an HTTP request, as a property of Bolt's context. */
export function carriageOf(
  { headers, socket }: { readonly headers: object; readonly socket: { readonly destroyed: boolean } },
  now: Date,
): { readonly carriage: Carriage } {
  const seconds = Number((headers as Record<string, unknown>)['x-slack-request-timestamp']);
  const ago = Number.isFinite(seconds) && seconds > 0 ? now.getTime() - seconds * 1_000 - roundingMs : 0;
  return { carriage: { signedAgoMs: Math.max(0, ago), isConnected: () => !socket.destroyed } };
}

/** Reads the carriage from Bolt's context. */
export function carriageIn(context: object): Carriage {
  const { carriage } = context as { carriage?: Carriage };
  return carriage ?? { signedAgoMs: 0, isConnected: () => true };
}
