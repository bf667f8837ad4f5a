import type { KnownBlock } from '@slack/types';
import { composed, failedOf } from '../runtime/composed.ts';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';

/** One feature's part of a message that is posted regularly, for a whole team. */
export interface DigestPart {
  /** Half a sentence for the line that a phone shows, such as "2 approvals wait for a yes". */
  readonly finding: string;
  /** At most 8. */
  readonly blocks: readonly KnownBlock[];
}

/** Null: there is nothing to say. Drawn by the bot, for everybody who reads the channel. */
export type DigestSection = (ctx: Context) => Promise<DigestPart | null>;

/** The parts of all features, in their order. */
export interface Digest {
  readonly parts: readonly (DigestPart & { readonly title: string })[];
  /** Sentences about the parts that could not be read. */
  readonly failed: readonly string[];
}

export async function digestOf(ctx: Context): Promise<Digest> {
  const outcomes = await composed(ctx, digest, async (section) => await section(ctx));
  return {
    parts: outcomes.flatMap((one) => ('read' in one && one.read ? [{ ...one.read, title: one.title }] : [])),
    failed: failedOf(outcomes),
  };
}

/** Parts of regular messages. */
const digest = contribution<DigestSection>('digest');
