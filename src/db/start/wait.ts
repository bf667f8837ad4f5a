import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../core/runtime/clock.ts';
import type { Log } from '../../core/runtime/log.ts';
import { ConfigError } from '../../core/runtime/refusal.ts';
import { troubleOf } from '../trouble/trouble.ts';

/** Tools for waiting during start-up. */
export interface Waiting {
  readonly clock: Clock;
  readonly log: Log;
  /** Reports the reason to /readyz; null when the wait is over. */
  readonly waitsFor?: (what: string | null) => void;
}

const againMs = 1_000;
const lineMs = 60_000;

/** Limits a log line to one at once and then one a minute. */
export function everyMinute(clock: Clock): (say: () => void) => void {
  let next = clock.elapsed();
  return (say) => {
    if (clock.elapsed() < next) return;
    next = clock.elapsed() + lineMs;
    say();
  };
}

/** Retries `work` until the database answers. Wrong settings are a `ConfigError`. */
export async function onceReached<T>(
  { clock, log, waitsFor = () => {} }: Waiting,
  work: () => Promise<T>,
): Promise<T> {
  const line = everyMinute(clock);
  const since = clock.elapsed();
  for (;;) {
    try {
      const done = await work();
      waitsFor(null);
      return done;
    } catch (error) {
      const fault = settingsFault(error);
      if (fault) throw new ConfigError([fault]);
      // An unknown host counts as passing: in a new deployment its DNS name may not exist yet. The line names it.
      if (!troubleOf(error)) throw error;
      const reason = reasonOf(error);
      waitsFor(`the database (${reason})`);
      line(() => {
        const seconds = Math.round((clock.elapsed() - since) / 1_000);
        log.warn({ reason, seconds }, 'waiting for the database, which does not answer');
      });
      await wait(againMs);
    }
  }
}

/** The sentence for wrong settings, which waiting does not fix; null for other errors. */
export function settingsFault(error: unknown): string | null {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const text = String(message);
  if (code === '28P01') return `DATABASE_URL: ${text}. Percent-encode # / ? @ and % in a password: # is %23.`;
  const isSettings =
    (typeof code === 'string' && (code.startsWith('28') || settingsCodes.includes(code))) ||
    /does not support SSL|client password must be a string|unsupported startup parameter|no such (database|user)|authentication failed/.test(
      text,
    );
  return isSettings ? `DATABASE_URL does not lead to a usable database: ${text}.` : null;
}

/** Unknown database, missing privileges, untrusted certificates. */
const settingsCodes = [
  '3D000',
  '42501',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return String(message || code);
}
