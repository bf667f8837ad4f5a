import type { Clock } from '../../core/runtime/clock.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { count } from '../../core/text/sentence.ts';

/** One request of a member, from its arrival to its outcome. */
export interface Turn {
  /**
   * Throws a `Refusal` if the member is over a limit; the request then has no effect. `asked`: the request in the
   * member's words, for the refusal; null: a button or a form.
   */
  begin(asked: string | null): Promise<void>;
  end(): void;
}

/** Limits each member, so that none holds up the others. */
export interface Turns {
  of(slackUserId: string): Turn;
}

/** The requests of a member that other processes served. */
export interface SharedTurns {
  /** Records `own` and returns the times of the others' since `since`. */
  share(slackUserId: string, own: readonly Date[], since: Date): Promise<readonly Date[]>;
}

export interface TurnTools {
  readonly clock: Clock;
  readonly warn: (error: unknown, message: string) => void;
  readonly perMinute: number;
  readonly shared: SharedTurns;
}

const minuteMs = 60_000;
/** A request that has been running for this long is a heavy one. */
const heavyMs = 500;
const mostHeavy = 2;

interface Member {
  /** The times of requests served in the last minute, oldest first. */
  readonly served: Date[];
  /** How many of the newest are not yet shared with other processes. */
  unshared: number;
  /** The start of each request still running. */
  readonly running: Map<object, number>;
}

/**
 * Counts in memory. A process that has served a third of a member's requests of the minute also asks the database what
 * the others served: most people never cost a statement. Three replicas keep the limit, give or take one request each;
 * every further one can add a third.
 */
export function takeTurns({ clock, warn, perMinute, shared }: TurnTools): Turns {
  const members = new Map<string, Member>();
  const shareFrom = Math.ceil(perMinute / 3);
  let swept = clock.elapsed();

  function memberOf(slackUserId: string): Member {
    sweep();
    const known = members.get(slackUserId) ?? { served: [], unshared: 0, running: new Map() };
    members.set(slackUserId, known);
    return known;
  }

  /** Forgets idle members. */
  function sweep(): void {
    if (clock.elapsed() - swept < minuteMs) return;
    swept = clock.elapsed();
    const since = clock.now().getTime() - minuteMs;
    for (const [id, { served, running }] of members)
      if (running.size === 0 && !served.some((at) => at.getTime() > since)) members.delete(id);
  }

  /** Shares this process's requests and reads those of the others. */
  async function servedElsewhere(slackUserId: string, member: Member, since: Date): Promise<readonly Date[]> {
    const untold = member.unshared > 0 ? member.served.slice(-member.unshared) : [];
    member.unshared = 0;
    return await shared.share(slackUserId, untold, since).catch((error) => {
      warn(error, 'the requests of a member could not be counted over all processes');
      return [];
    });
  }

  return {
    of(slackUserId) {
      const turn = {};
      return {
        async begin(asked) {
          const member = memberOf(slackUserId);
          const heavy = [...member.running.values()].filter((began) => clock.elapsed() - began > heavyMs);
          if (heavy.length >= mostHeavy) throw tooHeavy(asked);
          const now = clock.now();
          const since = new Date(now.getTime() - minuteMs);
          forget(member.served, since, now);
          member.unshared = Math.min(member.unshared, member.served.length);
          if (member.served.length >= perMinute) throw tooMany(asked, perMinute, member.served, now);
          const elsewhere =
            member.served.length < shareFrom ? null : servedElsewhere(slackUserId, member, since);
          // Counted before the database answers: others may arrive meanwhile.
          member.served.push(now);
          member.unshared += 1;
          member.running.set(turn, clock.elapsed());
          const others = (await elsewhere) ?? [];
          if (member.served.length + others.length <= perMinute) return;
          member.served.splice(member.served.lastIndexOf(now), 1);
          member.unshared = Math.max(0, member.unshared - 1);
          throw tooMany(asked, perMinute, [...member.served, ...others], now);
        },
        end() {
          members.get(slackUserId)?.running.delete(turn);
        },
      };
    },
  };
}

/** Takes what was served before `since` from times in their order; after the clock stepped back, what is yet to come as well. */
function forget(served: Date[], since: Date, now: Date): void {
  const first = served.findIndex((at) => at > since);
  served.splice(0, first < 0 ? served.length : first);
  while ((served.at(-1) ?? now) > now) served.pop();
}

/** Several refusals may stand side by side: each says what it refuses. */
const quote = (asked: string | null) => (asked === null ? '' : `: \`${asked}\``);

function tooHeavy(asked: string | null): Refusal {
  return new Refusal(
    'unavailable',
    `Two of your requests are still running, so I have not started this one${quote(asked)}.`,
    { next: 'Try again when they are answered.' },
  );
}

function tooMany(asked: string | null, perMinute: number, served: readonly Date[], now: Date): Refusal {
  const latest = served.map((at) => at.getTime()).sort((a, b) => b - a);
  // With this one gone there is room for another.
  const oldest = latest[perMinute - 1] ?? now.getTime();
  const seconds = Math.max(1, Math.ceil((oldest + minuteMs - now.getTime()) / 1_000));
  return new Refusal(
    'unavailable',
    `That is more than ${count(perMinute, 'request')} in a minute, so I have not done this one${quote(asked)}.`,
    { next: `Try again in ${count(seconds, 'second')}.` },
  );
}
