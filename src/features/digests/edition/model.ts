import { z } from 'zod';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { defineStates, type StateTable } from '../../../core/tokens/states.ts';

const states = ['waiting', 'composed', 'posted', 'empty', 'failed', 'dropped'] as const;
export type EditionState = (typeof states)[number];

export const editionStates: StateTable<EditionState> = defineStates({
  name: 'digest edition',
  initial: 'waiting',
  arrows: {
    // Dropped: its digest was deleted meanwhile.
    waiting: ['composed', 'empty', 'failed', 'dropped'],
    // Its message is on the way. Failed: Slack refuses it.
    composed: ['posted', 'failed', 'dropped'],
    posted: [],
    empty: [],
    // It was posted later, once the cause was fixed.
    failed: ['posted'],
    dropped: [],
  },
});

/** How often a composition is begun before its owner is told that there will be none. */
export const mostTries = 3;

/** In the order in which they are said: `Urgency` of digests. */
export const urgencies = ['critical', 'now', 'look', 'note'] as const;

const partShape = z.object({
  key: z.string(),
  title: z.string(),
  finding: z.string(),
  urgency: z.enum(urgencies),
  lines: z.array(z.string()),
  total: z.int(),
  /** A button as it was drawn; null: there is no list. */
  open: z.unknown(),
});
export type EditionPart = z.output<typeof partShape>;

/** What an edition says beside its figures. */
export const contentShape = z.object({
  /** The zone of its readers. */
  timeZone: z.string(),
  /** What it was posted on: "after the 16:00 cut-off in Hamburg". Null: a time of day, or by hand. */
  occasion: z.string().nullable().default(null),
  /** Minutes after its moment; 0 of one posted by hand. */
  lateMin: z.int(),
  parts: z.array(partShape),
  /** "Late orders: no data since 02:10 CET". */
  silent: z.array(z.string()),
  /** "Issues could not be read (ref QM-7K3FQ9)". */
  failed: z.array(z.string()),
  /** When the next is due, as it was planned then; null: none is. */
  next: z.string().nullable().default(null),
  /** How fresh the data is, in sentences without a full stop. */
  freshness: z.array(z.string()),
  /** The figure that the headline is about, by its ordinal; null: none is. */
  lead: z.int().nullable(),
  story: z
    .object({
      movers: z.array(z.string()),
      moved: z.array(z.string()),
      by: z.object({ name: z.string(), title: z.string() }).nullable(),
    })
    .nullable(),
  /** A chart of the kit, and how Slack shows it. */
  chart: z.object({ chart: z.unknown(), shown: z.unknown() }).nullable(),
});
export type Content = z.output<typeof contentShape>;

/** A figure of an edition: as it was posted, and as it was corrected last. */
export interface EditionFigure {
  readonly ordinal: number;
  readonly told: PostedFigure;
  readonly corrected: PostedFigure | null;
}

/** What a digest says at one of its moments. */
export interface Edition {
  readonly id: string;
  readonly digestId: string;
  /** Null: somebody had it posted by hand. */
  readonly slotAt: Date | null;
  /** The Slack user who had it posted by hand. */
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly place: string;
  readonly state: EditionState;
  readonly attempts: number;
  readonly from: string;
  readonly to: string;
  /** Null until it was composed. */
  readonly composedAt: Date | null;
  readonly content: Content | null;
  /** Which post of it is the present one, from 1. */
  readonly posts: number;
  readonly error: string | null;
}

/** An edition with what it is drawn from. */
export interface Shown {
  readonly name: string;
  readonly number: number;
  /** The days that it is about. */
  readonly from: string;
  readonly to: string;
  readonly composedAt: Date;
  readonly content: Content;
  readonly figures: readonly EditionFigure[];
  /** When late data last changed what it says; null: it stands as it was posted. */
  readonly correctedAt: Date | null;
  /** `by hand`: beside its times; `preview`: for one person, and nothing is posted. */
  readonly way: 'planned' | 'by hand' | 'preview';
}
