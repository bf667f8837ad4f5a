import type { KnownBlock } from '@slack/types';
import { button, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showSku } from '../card/actions.ts';
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
