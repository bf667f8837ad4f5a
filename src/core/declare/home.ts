import type { KnownBlock } from '@slack/types';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Permission } from '../tokens/permission.ts';

/** The subject of a section; a Home shows them in this order, with decisions that wait for the reader first. */
export const homeRanks = ['to decide', 'mine', 'watched', 'sources', 'set-up'] as const;

/** A part of App Home: what concerns its reader now. Tables and charts are for messages only. */
export interface HomeSection {
  readonly rank: (typeof homeRanks)[number];
  readonly title: string;
  readonly permission: Permission;
  /** At most 20 blocks. None: there is nothing to show, and the section is left out. */
  draw(ctx: Context): Promise<readonly KnownBlock[]>;
}

/** Parts of App Home. */
export const home = contribution<HomeSection>('home');
