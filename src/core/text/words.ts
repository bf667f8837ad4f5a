import { clean } from './clean.ts';

/** A person's text after `normalise`. */
export interface Words {
  /** The whole text, normalised, without surrounding space. */
  readonly text: string;
  /** The text split at spaces; double quotes keep words together. */
  readonly list: readonly string[];
}

/** The longest command text we read; Slack's own limit for a message is far higher. */
export const maxTextLength = 3_000;

const doubleQuotes = /[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02]/g;
const singleQuotes = /[\u2018\u2019\u201A\u201B\u2032\uFF07]/g;
// Hyphens, dashes and the Unicode minus. An em dash is what phones make of "--".
const dashes = /[\u2010-\u2013\u2212\uFE58\uFE63\uFF0D]/g;
const spaces = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
// <https://…|label>, <tel:…|+49 30 1>, <mailto:…|a@b.c>: Slack wraps text that looks like a link; the label is the
// typed text.
const wrappedLink = /<((?:https?|mailto|tel):[^|>]*)(?:\|([^>]*))?>/g;

/** Undoes what keyboards, phones and Slack do to typed text. Mentions such as `<@U123>` and `<#C123|ops>` stay. */
export function normalise(raw: string): string {
  return clean(raw)
    .replace(
      wrappedLink,
      (_, address: string, label?: string) => label ?? address.replace(/^(?:mailto|tel):/, ''),
    )
    .replace(/<@([A-Z0-9]+)\|[^>]*>/g, '<@$1>')
    .replace(/<#([A-Z0-9]+)\|>/g, '<#$1>')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(doubleQuotes, '"')
    .replace(singleQuotes, "'")
    .replace(dashes, '-')
    .replace(/\u2014/g, '--')
    .replace(spaces, ' ')
    .trim();
}

/** Splits normalised text. A quote that is never closed is an ordinary character (5" nails). */
export function splitWords(text: string): readonly string[] {
  return [...text.matchAll(/(?<=^| )"([^"]*)"(?= |$)|[^ ]+/g)]
    .map((match) => match[1] ?? match[0])
    .filter((word) => word !== '');
}

export function readWords(raw: string): Words {
  const text = normalise(raw);
  return { text, list: splitWords(text) };
}

/** The rest after the first word. */
export function afterFirst(words: Words): Words {
  const [first = ''] = words.list;
  const cut = words.text.startsWith('"') ? first.length + 2 : first.length;
  return { text: words.text.slice(cut).trim(), list: words.list.slice(1) };
}

/** The Slack user id of `<@U123>`, else null. */
export function mentionedUser(word: string): string | null {
  return /^<@([UW][A-Z0-9]+)>$/.exec(word)?.[1] ?? null;
}

/** The Slack channel id of `<#C123>` or `<#C123|ops>`, else null. */
export function mentionedChannel(word: string): string | null {
  return /^<#([CG][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(word)?.[1] ?? null;
}

/** The mention of a Slack user, as somebody types it: it means this account and never a name. */
export function mentionOf(slackUserId: string): string {
  return `<@${slackUserId}>`;
}

/** The mention or name in "<@U123>", "@Maya" or "Maya". */
export function nameOf(text: string): string {
  return text.replace(/^@/, '');
}
