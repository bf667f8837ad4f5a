import { clean } from '../core/text/clean.ts';
import { shortenMarkup } from './limits.ts';

/** Text in Slack's mark-up that is safe to send: only the `mrkdwn` template makes it. */
export class Mrkdwn {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  toString(): string {
    return this.value;
  }
}

// Separates a formatting character from the text it would format. Invisible; `normalise` removes it again.
const zeroWidth = '\u200B';

/** Makes outside text harmless: no mentions, links, formatting, emoji codes or invisible characters. */
export function escapeText(text: string): string {
  const cleaned = clean(text);
  if (!/[&<>*_~`:]/.test(cleaned)) return cleaned;
  return cleaned
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/^>/gm, `${zeroWidth}>`)
    .replace(/>/g, '&gt;')
    .replace(/[*_~`]/g, (mark) => zeroWidth + mark + zeroWidth)
    .replace(/:(?=[a-z0-9_+-]+:)/gi, `:${zeroWidth}`);
}

/**
 * Writes Slack mark-up. The template's own characters format; values are escaped, unless they are mrkdwn already.
 * @example mrkdwn`*${sku.title}* has ${number(available)} available`
 */
export function mrkdwn(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Mrkdwn)[]
): Mrkdwn {
  const text = strings.reduce((before, part, i) => before + render(values[i - 1] ?? '') + part);
  return new Mrkdwn(text);
}

/** Escapes one of our own sentences; commands in backticks become code. */
export function sentence(text: string): Mrkdwn {
  const parts = text
    .split(/(`\/[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? code(part.slice(1, -1)).value : escapeText(part)));
  return new Mrkdwn(parts.join(''));
}

/** Text to be copied, in backticks: nothing invisible is put between its characters, which format nothing there. */
export function code(text: string): Mrkdwn {
  const plain = clean(text)
    .replace(/`/g, "'")
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  return new Mrkdwn(`\`${plain}\``);
}

/** Mark-up of our own that was kept, such as in the edition of a digest. */
export function remembered(value: string): Mrkdwn {
  return new Mrkdwn(value);
}

export function joined(parts: readonly Mrkdwn[], separator: string): Mrkdwn {
  return new Mrkdwn(parts.map(String).join(separator));
}

/** Mark-up of at most `max` characters, never cut inside an escape or a mention. */
export function shortened(text: Mrkdwn, max: number): Mrkdwn {
  return new Mrkdwn(shortenMarkup(text.value, max));
}

/** `@Maya` for a Slack user: the only way to mention somebody in a value. */
export function userMention(slackUserId: string): Mrkdwn {
  return new Mrkdwn(`<@${slackUserId.replace(/[^A-Z0-9]/g, '')}>`);
}

/** `#ops-daily` for a Slack channel. */
export function channelMention(slackChannelId: string): Mrkdwn {
  return new Mrkdwn(`<#${slackChannelId.replace(/[^A-Z0-9]/g, '')}>`);
}

/** Words that link to a web page; plain words when the address is not valid. */
export function link(url: string, words: string): Mrkdwn {
  const address = /^https?:\/\/[^\s<>|]+$/.test(url) ? url.replace(/&/g, '&amp;') : null;
  const label = escapeText(words).replace(/\|/g, '¦');
  return new Mrkdwn(address ? `<${address}|${label}>` : label);
}

function render(value: string | number | Mrkdwn): string {
  if (value instanceof Mrkdwn) return value.value;
  return typeof value === 'number' ? String(value) : escapeText(value);
}
