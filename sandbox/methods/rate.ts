import type { Limit } from '../state/rates.ts';
import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';
import { methods } from './index.ts';
import type { Tier } from './method.ts';
import { namedChannel } from './places.ts';

const MINUTE = 60_000;

/**
 * Slack promises "at least" so many calls a minute and mentions bursts without numbers: here the promised number is the
 * limit. `special` methods have unpublished limits of hundreds a minute.
 */
export const TIERS: Record<Tier, Limit> = {
  '1': { calls: 1, windowMs: MINUTE },
  '2': { calls: 20, windowMs: MINUTE },
  '3': { calls: 50, windowMs: MINUTE },
  '4': { calls: 100, windowMs: MINUTE },
  special: { calls: 300, windowMs: MINUTE },
};
const PER_CHANNEL: Limit = { calls: 1, windowMs: 1_000 };

/** Whole seconds until the app may call this method; undefined for now. */
export function secondsToWait(slack: Slack, name: string, args: Json): number | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method) return undefined;
  const buckets = [{ key: name, limit: TIERS[method.tier] }];
  if (method.oncePerSecondIn !== undefined) {
    const place = namedChannel(slack, String(args[method.oncePerSecondIn] ?? ''));
    // A member's id stands for their direct message.
    const channel = slack.members.has(place) ? `D${place.slice(1)}` : place;
    buckets.push({ key: `${name} ${channel}`, limit: PER_CHANNEL });
  }
  return slack.rates.take(buckets);
}
