import type { KnownBlock } from '@slack/types';
import { momentWithZone } from '../../../core/time/reader.ts';
import { button, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { showSku } from '../card/actions.ts';
import type { Reading } from '../card/rules.ts';
import { type Freshness, isStale } from '../card/rules.ts';
import type { WatchedList } from './rules.ts';
import { howMany } from './views.ts';

export function watchLines({ lines, total }: WatchedList, most: number): readonly KnownBlock[] {
  return [
    ...lines
      .slice(0, most)
      .map(({ skuId, code, title, available }) =>
        section(
          mrkdwn`*${shorten(code, 40)}* · ${shorten(title, 60)}\n${howMany(available)}`,
          button(showSku, { sku: skuId }, `Show ${shorten(code, 40)}`),
        ),
      ),
    ...andMore(total - Math.min(lines.length, most), mrkdwn`\`/stock watches\` lists them.`),
  ];
}

/** A silent source is always named. */
export function freshnessLines(
  sources: readonly Freshness[],
  { now, timeZone }: Reading,
): readonly KnownBlock[] {
  if (sources.length === 0) return [];
  const lines = sources.map((source) => {
    const name = shorten(source.name, 60);
    if (!source.asOf)
      return source.source === 'none'
        ? mrkdwn`${name}: nothing imported yet`
        : mrkdwn`*${name}*: no data yet`;
    const at = momentWithZone(source.asOf, now, timeZone);
    return isStale(source, now) ? mrkdwn`*${name}*: no data since ${at}` : mrkdwn`${name}: as of ${at}`;
  });
  return [section(joined(lines, '\n'))];
}
