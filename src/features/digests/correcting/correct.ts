import { z } from 'zod';
import type { TrendChart } from '../../../charts/model.ts';
import { kpis } from '../../../core/declare/kpi.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import type { Shown as ChartShown } from '../../charts/index.ts';
import { getPosted } from '../../kpis/index.ts';
import type { Digest } from '../digest/model.ts';
import { findDigest } from '../digest/store.ts';
import { drawnTrend, storyOf } from '../edition/compose.ts';
import { leadOf } from '../edition/headline-rules.ts';
import type { Content, Edition, EditionFigure } from '../edition/model.ts';
import { printedOf } from '../edition/printed.ts';
import { messagesOf } from '../edition/settle.ts';
import { correction, posted } from '../notifications.ts';
import { composeDigests } from '../permissions.ts';
import { isOutdated, mayChange } from './outdated.ts';
import { figuresOf, holdEdition, keepContent, keepCorrected } from './store.ts';

/**
 * Corrects what a post says of its figures, if that is no longer so: it is edited, and a note in its thread says so, the first time
 * on a day. The figures are read again once the edition is held: another process may have corrected it meanwhile.
 */
export const correctEdition = mutation({
  name: 'digests.correct',
  permission: composeDigests,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<Effects & { readonly result: number }> {
    const edition = await holdEdition(ctx.tx, id);
    const digest = edition && (await findDigest(ctx.tx, edition.digestId));
    if (edition?.state !== 'posted' || !edition.content || !digest) return { result: 0, changes: [] };
    const all = await figuresOf(ctx.tx, id);
    const outdated = await outdatedAmong(ctx, edition, digest, all);
    if (outdated.length === 0) return { result: 0, changes: [] };
    const changes = [];
    for (const { ordinal, stands, now } of outdated) {
      const [before, after] = [printedOf(stands), printedOf(now)];
      await keepCorrected(ctx.tx, { editionId: id, ordinal, at: ctx.now, before, after }, now);
      changes.push({
        subject: { kind: 'digest edition', id },
        before: { [now.kpi]: before },
        after: { [now.kpi]: after },
      });
    }
    const asNow = all.map(
      ({ ordinal, told, corrected }) =>
        outdated.find((one) => one.ordinal === ordinal)?.now ?? corrected ?? told,
    );
    await keepContent(ctx.tx, id, await toldAnew(ctx, edition.content, asNow, outdated));
    return { result: outdated.length, changes, notifications: notesOf(ctx, edition, digest) };
  },
});

interface Outdated {
  readonly ordinal: number;
  readonly stands: PostedFigure;
  readonly now: PostedFigure;
}

async function outdatedAmong(
  ctx: MutationContext,
  { composedAt, askedAt }: Edition,
  { tolerance }: Digest,
  all: readonly EditionFigure[],
): Promise<readonly Outdated[]> {
  const declared = ctx.engine.contributions.of(kpis);
  const day = dayIn(ctx.workspace.timeZone, composedAt ?? askedAt);
  const outdated: Outdated[] = [];
  for (const { ordinal, told, corrected } of all) {
    const stands = corrected ?? told;
    const { kpi: key, from, to } = stands;
    const kpi = declared.find((one) => one.key === key);
    if (!mayChange(kpi, told, day)) continue;
    const [now] = await getPosted.call(ctx, { kpis: [key], from, to });
    if (now && isOutdated(kpi, stands, now, tolerance)) outdated.push({ ordinal, stands, now });
  }
  return outdated;
}

/** What is said around the figures follows them: which one leads, what moved it, and a chart that Slack draws. */
async function toldAnew(
  ctx: MutationContext,
  content: Content,
  asNow: readonly PostedFigure[],
  outdated: readonly Outdated[],
): Promise<Content> {
  const lead = leadOf(asNow);
  const led = lead === null ? null : (asNow[lead] ?? null);
  const isSame = lead === content.lead && !outdated.some(({ ordinal }) => ordinal === lead);
  const story = isSame ? content.story : led && (await storyOf(ctx, led));
  return { ...content, lead, story, chart: await chartAnew(ctx, content.chart, outdated) };
}

/** A picture stays as it was posted: Slack may refuse another one in a message that is edited. */
async function chartAnew(
  ctx: MutationContext,
  chart: Content['chart'],
  outdated: readonly Outdated[],
): Promise<Content['chart']> {
  const drawn = outdated.find(({ now }) => now.name === (chart?.chart as TrendChart | undefined)?.title);
  if (!chart || !drawn || (chart.shown as ChartShown).as !== 'native') return chart;
  return { ...chart, chart: await drawnTrend(ctx, drawn.now) };
}

function notesOf(ctx: MutationContext, edition: Edition, digest: Digest) {
  const { id, posts, place } = edition;
  const day = dayIn(ctx.workspace.timeZone, ctx.now);
  const under = { kind: posted, subject: `${id}/${posts}` };
  return [
    ...messagesOf(edition, digest, false),
    correction.about(`${id}/${day}`, place, { edition: id, day }, { under }),
  ];
}
