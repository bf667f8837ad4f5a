import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { cutAtWord } from '../../../core/text/clean.ts';
import { didYouMean } from '../../../core/text/names.ts';
import { listOf } from '../../../core/text/sentence.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { isLacking, type Kpi } from '../../../core/tokens/fact.ts';
import { allKpis } from '../figure/read.ts';
import { type Asked, dimensionOf, readAsked } from './ask.ts';

/** Of what somebody wrote, said back. */
export const longestEcho = 80;
const mostOthers = 4;

/** What somebody asked for; refuses what cannot be understood, with what may be meant. */
export function understood(ctx: Context, text: string): Asked {
  const read = readAsked(text, allKpis(ctx), dayIn(ctx.workspace.timeZone, ctx.now));
  if ('about' in read) return read;
  if ('tooLong' in read)
    throw new Refusal('invalid', `That is more than the ${read.tooLong} words that I read as a KPI.`, {
      next: 'Name one, and its days: `/kpi on time 30d by country`.',
    });
  if ('noDimension' in read)
    throw new Refusal(
      'invalid',
      `${read.of.name} cannot be split by ${cutAtWord(read.noDimension, longestEcho)}.`,
      {
        next: [
          `It can by ${listOf(
            read.of.facts.dimensions.map(({ title }) => title),
            'or',
          )}.`,
          ...others(ctx, read.of, read.noDimension),
        ].join(' '),
      },
    );
  if ('noVersus' in read)
    throw new Refusal('invalid', `I hold no figure against "${cutAtWord(read.noVersus, longestEcho)}".`, {
      next: 'Say `vs previous`, `vs last week`, `vs last month` or `vs last year`.',
    });
  const meant = read.near.length > 0 ? `${didYouMean(read.near)} ` : '';
  if ('noDays' in read)
    throw new Refusal('invalid', `${read.of.name}: "${cutAtWord(read.noDays, longestEcho)}" names no days.`, {
      next: `${meant}Days are such as 30d, yesterday, last month, October or 1 Oct to 15 Oct.`,
    });
  throw new Refusal('not-found', `I know no KPI "${cutAtWord(read.unknown, longestEcho)}".`, {
    next: `${meant}\`/kpi list\` has all of them.`,
  });
}

/** Figures of the same people that can be split so: on time is of orders, and carriers are of parcels. */
function others(ctx: Context, of: Kpi, words: string): readonly string[] {
  const fit = allKpis(ctx).flatMap((one) =>
    !isLacking(one) && one.owner === of.owner && dimensionOf(one, words) ? [one.name] : [],
  );
  if (fit.length === 0) return [];
  return [`By ${words} there ${fit.length === 1 ? 'is' : 'are'} ${listOf(fit.slice(0, mostOthers))}.`];
}
