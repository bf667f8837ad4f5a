import type { Context } from '../../../core/runtime/context.ts';
import { cutAtWord } from '../../../core/text/clean.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { everyFeed } from '../../../core/tokens/fact.ts';
import { feedName, freshnessOf } from '../../feeds/index.ts';

const mostNamed = 3;

/** How fresh each kind of feed is, read once for an edition. */
export async function freshnessFor(ctx: Context) {
  const all = await freshnessOf(ctx.engine.database.scope(ctx.workspace.id), everyFeed);
  const of = (kind: string) => all.filter((feed) => feed.kind === kind);
  return {
    /** Since when nobody who tells it is heard; null: somebody is, or nobody was ever. */
    silentSince(kind: string): Date | null {
      const feeds = of(kind);
      const since = feeds.flatMap(({ silentSince }) => silentSince ?? []);
      return feeds.length > 0 && since.length === feeds.length ? (since.toSorted(byTime)[0] ?? null) : null;
    },
    /** "Data until 06:10 CET", "3PL levels silent since 02:10 CET: what it would tell is missing". */
    words(kinds: readonly string[], { now, actor: { timeZone } }: Context): readonly string[] {
      const read: Reader = { now, timeZone };
      const told = all.filter(({ kind }) => kinds.includes(kind));
      const until = told.flatMap(({ coversUntil, silentSince }) => (silentSince ? [] : (coversUntil ?? [])));
      const [first] = until.toSorted(byTime);
      const silent = told.flatMap((feed) =>
        feed.silentSince ? [{ name: feedName(feed, null), since: feed.silentSince }] : [],
      );
      const named = silent
        .slice(0, mostNamed)
        .map(({ name, since }) => `${cutAtWord(name, 60)} silent since ${dayMoment(since, read)}`);
      const rest = silent.length - named.length;
      return [
        ...(first ? [`Data until ${dayMoment(first, read)}`] : []),
        ...(named.length > 0
          ? [`${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}: what it would tell is missing`]
          : []),
      ];
    },
  };
}

const byTime = (a: Date, b: Date) => a.getTime() - b.getTime();

/** "Late orders: no data since 02:10 CET". */
export function silentWords(
  title: string,
  since: Date | null,
  { now, actor: { timeZone } }: Context,
): string {
  return since ? `${title}: no data since ${dayMoment(since, { now, timeZone })}` : `${title}: no data`;
}
