import type { Button } from '@slack/types';
import { composed, failedOf } from '../runtime/composed.ts';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';

/** Mark-up as `mrkdwn` makes it; kept with the digest, so that it stays as it was said. */
export interface Line {
  readonly value: string;
}

/**
 * `critical`: before anything else; `now`: somebody has to act today; `look`: worth a look; `note`: told because somebody wants
 * to know. Digests say them in this order.
 */
export const urgencies = ['critical', 'now', 'look', 'note'] as const;
export type Urgency = (typeof urgencies)[number];

/** What one section has to say. */
export interface DigestPart {
  /** Half a sentence that reads alone on a phone, in plain words: "31 orders past ship-by (€2,940)". */
  readonly finding: string;
  readonly urgency: Urgency;
  /**
   * One line of mark-up for each thing, the worst first, at most 20: the first few stand in the message, the others in its
   * thread.
   */
  readonly lines: readonly Line[];
  /** How many things there are in all; what has no line is counted. */
  readonly total: number;
  /** Opens the list behind the finding, for whoever presses: "31 orders". Null: there is none. */
  readonly open: Button | null;
}

/** What a digest wants to know. */
export interface DigestAsked {
  /** Whole business days, half-open, YYYY-MM-DD: those that the digest is about. */
  readonly from: string;
  readonly to: string;
  /** When the same digest was composed before; null: this is the first. */
  readonly since: Date | null;
}

/** One feature's part of messages that are posted regularly. */
export interface DigestSection {
  /** `<feature>.<noun>`; digests keep it, so it never changes. */
  readonly key: string;
  /** For people, such as "Late orders". */
  readonly title: string;
  /** What it says, for whoever sets up a digest: "past their ship-by, the oldest first". */
  readonly about: string;
  /** The kind of feed that tells it: while all of these are silent it says so instead. Null: we ourselves know. */
  readonly feed: string | null;
  /** Not said at App Home: a part of its own says more there, or it reads more than should be read each minute. */
  readonly ownHome?: true;
  /**
   * Null: there is nothing to say. For a channel it is read by the bot, for everybody there; for a person with their
   * rights, and a refusal leaves it out.
   */
  read(ctx: Context, asked: DigestAsked): Promise<DigestPart | null>;
}

/** How many lines of a list stand in the message itself. */
export const linesShown = 5;
/** More are not told, not even in its thread. */
export const mostLines = 20;

export interface Digest {
  readonly parts: readonly (DigestPart & { readonly section: DigestSection })[];
  /** Sentences about the sections that could not be read. */
  readonly failed: readonly string[];
}

/** These sections, in the features' order. */
export async function digestOf(
  ctx: Context,
  asked: DigestAsked,
  wanted: (section: DigestSection) => boolean = () => true,
): Promise<Digest> {
  const outcomes = await composed(ctx, digest, async (section) => await section.read(ctx, asked), {
    only: wanted,
  });
  return {
    parts: outcomes.flatMap((one) => ('read' in one && one.read ? [{ ...one.read, section: one.part }] : [])),
    failed: failedOf(outcomes),
  };
}

/** Parts of regular messages. */
export const digest = contribution<DigestSection>('digest');
