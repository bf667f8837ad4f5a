import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { everyFeed, type Kpi } from '../../../core/tokens/fact.ts';
import { shorten } from '../../../ui/limits.ts';
import { feedName } from '../../feeds/index.ts';
import type { Answer } from '../figure/model.ts';

const shownFeeds = 4;

/** By whom it is told, and until when that is complete; of what is about feeds, which of them are silent. */
export function freshnessWords({ feed }: Kpi, heard: Answer['heard'], reader: Reader): string {
  if (heard === null) return 'told by what is done here';
  if (heard.length === 0) return 'nothing that it is counted from has come in yet';
  if (feed === everyFeed) return silentFeeds(heard, reader);
  return heard
    .slice(0, shownFeeds)
    .map(({ source, coversUntil, silentSince }) => {
      const name = shorten(source, 40);
      if (silentSince) return `no data from ${name} since ${dayMoment(silentSince, reader)}`;
      return coversUntil ? `${name} complete until ${dayMoment(coversUntil, reader)}` : name;
    })
    .join(', ');
}

function silentFeeds(heard: NonNullable<Answer['heard']>, reader: Reader): string {
  const silent = heard.flatMap(({ silentSince, ...feed }) => (silentSince ? [{ silentSince, feed }] : []));
  if (silent.length === 0) return `none of ${count(heard.length, 'feed')} silent`;
  const named = silent
    .slice(0, shownFeeds)
    .map(
      ({ silentSince, feed }) =>
        `no ${shorten(feedName(feed, null), 60)} since ${dayMoment(silentSince, reader)}`,
    );
  const rest = silent.length - named.length;
  return [...named, ...(rest > 0 ? [`${number(rest)} more silent`] : [])].join(', ');
}
