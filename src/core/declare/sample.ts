import type { KnownBlock } from '@slack/types';
import type { Told } from '../tokens/approval.ts';
import type { FormView, Message } from '../tokens/reply.ts';
import type { DigestPart } from './digest.ts';

/** A part of App Home as drawn by `HomeSection.draw`; `home` is the section's title. */
export interface HomeSample {
  readonly home: string;
  readonly blocks: readonly KnownBlock[];
}

/** A request in the words for its approvers; `approval` is the id of its kind. */
export interface ToldSample {
  readonly approval: string;
  readonly told: Told;
}

export type Sample = Message | HomeSample | DigestPart | ToldSample;

/**
 * Every state that a view can draw, including hostile and very long text: messages, parts of App Home and of digests,
 * and the words of approvals. The contract tests check them against Slack's limits, and fail for views without samples.
 */
export type Samples = Readonly<Record<string, () => Sample>>;

/** The same for its forms. */
export type FormSamples = Readonly<Record<string, () => FormView>>;
