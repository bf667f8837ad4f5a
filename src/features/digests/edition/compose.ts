import { teamReaderOf } from '../../../cases/reader.ts';
import { minutesBetween } from '../../../core/declare/catch-up.ts';
import {
  type DigestPart,
  type DigestSection,
  digestOf,
  digest as sections,
} from '../../../core/declare/digest.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { everyFeed } from '../../../core/tokens/fact.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import { showAtOnce, showChart } from '../../charts/index.ts';
import { getPosted, getStory, getTrend, trendChart } from '../../kpis/index.ts';
import { asPerson } from '../../people/index.ts';
import type { Days } from '../digest/days.ts';
import type { Digest } from '../digest/model.ts';
import { occasionOf } from '../moments/happening.ts';
import { happeningsAt } from '../moments/read.ts';
import { freshnessFor, silentWords } from './freshness.ts';
import { comingSlots } from './get.ts';
import { isEmpty, leadOf } from './headline-rules.ts';
import type { Content, EditionPart } from './model.ts';
import { shareFor } from './shared.ts';

/** As many days as say whether it is a bad day or a bad month. */
const drawnDays = 30;

export interface Composing {
  readonly digest: Digest;
  readonly about: Days;
  readonly figures: Days;
  readonly since: Date | null;
  readonly slotAt: Date | null;
  /** What the chart is drawn for: the edition. Null: for one person, at once. */
  readonly by: string | null;
  /** Whoever looks at it alone; absent: those who read it where it is posted. */
  readonly reader?: Context;
}

export interface Composed {
  readonly content: Content;
  readonly figures: readonly PostedFigure[];
  readonly isEmpty: boolean;
}

/** Whoever reads it: a person with their rights, or everybody in the channel. */
async function readerFor(ctx: Context, { schedule: { place } }: Digest): Promise<Context> {
  return isPerson(place) ? await asPerson(ctx, place) : asSystem(ctx, 'a digest');
}

/** Reads all that an edition says. Outside of transactions: one broken section does not hide the others. */
export async function compose(ctx: Context, asked: Composing): Promise<Composed> {
  const { digest, about, since, slotAt } = asked;
  const reader = asked.reader ?? (await readerFor(ctx, digest));
  const scope = ctx.engine.database.scope(ctx.workspace.id);
  const share = shareFor(ctx, isPerson(digest.schedule.place) ? null : slotAt);
  const feeds = await share('freshness', async () => await freshnessFor(reader));
  const wanted = (section: DigestSection) => digest.sections.includes(section.key);
  const isSilent = ({ feed }: DigestSection) => feed !== null && feeds.silentSince(feed) !== null;
  const days = `${about.from} ${about.to} ${since?.toISOString()}`;
  const read = await share(
    `sections ${digest.sections.join()} ${days}`,
    async () => await digestOf(reader, { ...about, since }, (one) => wanted(one) && !isSilent(one)),
  );
  const left = ctx.engine.contributions.of(sections).filter((one) => wanted(one) && isSilent(one));
  const parts = read.parts.map(partOf);
  const { from, to } = asked.figures;
  const figures = await share(
    `figures ${digest.kpis.join()} ${from} ${to}`,
    async () => await figuresOf(reader, digest, { from, to }),
  );
  const lead = leadOf(figures);
  const told = lead === null ? null : (figures[lead] ?? null);
  const drawn = told ?? figures.find(({ shown, silent }) => shown !== null && silent === null) ?? null;
  const content: Content = {
    timeZone: reader.actor.timeZone,
    occasion: slotAt && occasionOf(await happeningsAt({ ...ctx, scope }, digest.schedule, slotAt)),
    next: (await comingSlots({ ...ctx, scope }, digest, ctx.now, 1))[0]?.toISOString() ?? null,
    lateMin: slotAt ? minutesBetween(slotAt, ctx.now) : 0,
    parts,
    silent: left.map((one) => silentWords(one.title, feeds.silentSince(one.feed ?? ''), reader)),
    failed: [...read.failed],
    freshness: [...feeds.words(kindsOf(ctx, digest, figures), reader)],
    lead,
    story: told && (await share(`story ${told.kpi} ${from} ${to}`, async () => await storyOf(reader, told))),
    chart:
      drawn &&
      (await share(`chart ${drawn.kpi} ${to}`, async () => await chartOf(ctx, reader, drawn, asked.by))),
  };
  return { content, figures, isEmpty: isEmpty(content, figures) };
}

function partOf({ section, ...part }: DigestPart & { readonly section: DigestSection }): EditionPart {
  const { finding, urgency, lines, total, open } = part;
  const { key, title } = section;
  return {
    key,
    title,
    finding,
    urgency,
    lines: lines.map(({ value }) => value),
    total,
    open,
  };
}

async function figuresOf(reader: Context, { kpis }: Digest, days: Days): Promise<readonly PostedFigure[]> {
  if (kpis.length === 0) return [];
  try {
    return await getPosted.call(reader, { kpis: [...kpis], ...days });
  } catch (error) {
    // A person who may not see figures gets the rest.
    if (error instanceof Refusal && error.kind === 'not-allowed') return [];
    throw error;
  }
}

export async function storyOf(reader: Context, { kpi, from, to }: PostedFigure): Promise<Content['story']> {
  const { movers, moved, by } = await getStory.call(reader, { kpi, from, to });
  return { movers: [...movers], moved: [...moved], by };
}

async function chartOf(
  ctx: Context,
  reader: Context,
  { kpi, to }: PostedFigure,
  by: string | null,
): Promise<Content['chart']> {
  const chart = await drawnTrend(reader, { kpi, to });
  const shown = by === null ? await showAtOnce(ctx, chart) : await showChart(ctx, chart, by);
  return shown && { chart, shown };
}

/** A figure day by day until the last of its days. */
export async function drawnTrend(reader: Context, { kpi, to }: Pick<PostedFigure, 'kpi' | 'to'>) {
  const trend = await getTrend.call(reader, { kpi, from: addDays(to, -drawnDays), to });
  return trendChart(trend, teamReaderOf(reader));
}

/** The kinds of feeds that it is told by. */
function kindsOf({ engine }: Context, digest: Digest, figures: readonly PostedFigure[]): readonly string[] {
  const told = engine.contributions.of(sections).filter(({ key }) => digest.sections.includes(key));
  const kinds = [...told.map(({ feed }) => feed), ...figures.map(({ feed }) => feed)];
  return [...new Set(kinds.flatMap((kind) => (kind === null || kind === everyFeed ? [] : kind)))];
}
