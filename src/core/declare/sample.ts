import type { KnownBlock } from '@slack/types';
import type { Told } from '../tokens/approval.ts';
import type { FormView, Message } from '../tokens/reply.ts';
import type { DigestPart } from './digest.ts';

/** A part of App Home as `HomeSection.draw` gives it; `home` is the section's title. */
export interface HomeSample {
  readonly home: string;
  readonly blocks: readonly KnownBlock[];
}

/** What approvers read of a request; `approval` is the id of its kind. */
export interface ToldSample {
  readonly approval: string;
  readonly told: Told;
}

export type Sample = Message | HomeSample | DigestPart | ToldSample;

/**
 * Every state that a view can draw, hostile text and the longest there can be included: messages, parts of App Home
 * and of digests, and what kinds of approvals tell. The contract tests hold them against Slack's limits, and miss
 * those that a feature leaves out.
 */
export type Samples = Readonly<Record<string, () => Sample>>;

/** The same for its forms. */
export type FormSamples = Readonly<Record<string, () => FormView>>;
