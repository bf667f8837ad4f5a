import type { KnownBlock } from '@slack/types';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Permission } from '../tokens/permission.ts';

/**
 * Positions in a Home, lowest first: decisions that wait for the reader come before things to look at.
 * @example rank: homeRanks.mine + 50 // between the reader's own things and their watches
 */
export const homeRanks = { decisions: 100, mine: 200, watched: 300, sources: 400, setUp: 500 } as const;

/** A part of App Home: what concerns its reader now. Tables and charts are for messages only. */
export interface HomeSection {
  /** One of `homeRanks`, or a number between two of them. Parts of equal rank keep the order of the features. */
  readonly rank: number;
  readonly title: string;
  readonly permission: Permission;
  /** At most 20 blocks. None: there is nothing to show, and the section is left out. */
  draw(ctx: Context): Promise<readonly KnownBlock[]>;
}

/** Parts of App Home. */
export const home = contribution<HomeSection>('home');
