import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, context, message, section } from '../../../ui/blocks.ts';
import { card as drawCard } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { channelMention, joined, mrkdwn } from '../../../ui/text.ts';
import { anyFile } from '../../feeds/index.ts';
import { showSku, stopWatch } from '../card/actions.ts';
import { type Reading, type Status, silentLocations, totalsOf } from '../card/rules.ts';
import { findingOf, freshness, needsAttention, statusWords } from '../card/views.ts';
import type { WatchedCard, WatchedList } from './rules.ts';

/** The living card: edited whenever the levels change. */
export function watchedCard({ card, watcher, endedAt }: WatchedCard, place: string, read: Reading): Message {
  const finding = findingOf(card, read);
  const note = endedAt
    ? mrkdwn`No longer watched since ${momentWithZone(endedAt, read.now, read.timeZone)}: this card stays as it is.`
    : mrkdwn`Watched for ${watcher}. Kept up to date; when it gets worse or comes back, a message below says so.`;
  const paused = endedAt ? null : pausedWords(card, read);
  return drawCard({
    mark: paused || needsAttention(card, read) ? 'attention' : null,
    finding: paused ? `${finding}; ${paused}` : finding,
    title: `${card.code} · ${card.title}`,
    buttons: endedAt ? [] : [button(stopWatch, { sku: card.id, place }, 'Stop watching')],
    footer: [joined([freshness(card, read), note], '\n')],
  });
}

/** "paused: no 3PL data for Rotterdam since 02:10". Null: it goes on. */
function pausedWords(card: WatchedCard['card'], { now, timeZone }: Reading): string | null {
  const [first, ...others] = silentLocations(card);
  if (!first?.silentSince) return null;
  const more = others.length > 0 ? ` and ${count(others.length, 'other location')}` : '';
  const name = shorten(first.name, 40);
  const what = first.source === anyFile ? 'data' : `${shorten(first.source, 40)} data`;
  return `paused: no ${what} for ${name}${more} since ${momentWithZone(first.silentSince, now, timeZone)}`;
}

export function crossed(
  card: WatchedCard['card'],
  told: { readonly before: string; readonly after: string; readonly available: number },
): Message {
  const left = `${number(told.available)} available`;
  const what =
    told.before === 'out'
      ? `${card.code} is back: ${left}`
      : told.after === 'out'
        ? `${card.code} is out of stock: ${left}`
        : `${card.code} is now ${(statusWords[told.after as Status] ?? told.after).toLowerCase()}: ${left}`;
  const now = totalsOf(card).available;
  const since = now === told.available ? '' : ` Since then: ${number(now)}.`;
  return message(mrkdwn`${what}. ${card.title}`, [section(mrkdwn`*${what}*\n${card.title}.${since}`)]);
}

export function watching(card: WatchedCard['card'], place: string, begun: boolean): Message {
  const where = isPerson(place) ? mrkdwn`your direct messages with me` : channelMention(place);
  const text = begun
    ? mrkdwn`Watching ${card.code}: its card goes to ${where}.`
    : mrkdwn`${card.code} is already watched in ${where}.`;
  return message(text, [section(text)]);
}

export function stopped(ended: boolean): Message {
  const text = ended ? mrkdwn`Stopped watching.` : mrkdwn`It was not being watched.`;
  return message(text, [section(text)]);
}

export function watchList({ lines, total }: WatchedList): Message {
  if (lines.length === 0) {
    const text = mrkdwn`You watch nothing, and nothing is watched here.`;
    return message(text, [section(text), context(mrkdwn`\`/stock watch MUG-01\` starts a watch.`)]);
  }
  const finding = `${count(total, 'SKU')} watched`;
  return message(mrkdwn`${finding}: ${lines.map(({ code }) => code).join(', ')}`, [
    section(mrkdwn`*${finding}*`),
    ...lines.map(({ skuId, code, title, place, available }) =>
      section(
        mrkdwn`*${shorten(code, 40)}* · ${shorten(title, 60)}\n${howMany(available)} · ${isPerson(place) ? mrkdwn`in your direct messages` : channelMention(place)}`,
        button(showSku, { sku: skuId }, 'Show'),
      ),
    ),
    ...andMore(total - lines.length),
  ]);
}

export function howMany(available: number | null): string {
  return available === null ? 'no stock levels yet' : `${number(available)} available`;
}
