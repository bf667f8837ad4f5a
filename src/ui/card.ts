import type { Button, KnownBlock, Overflow } from '@slack/types';
import type { Message } from '../core/tokens/reply.ts';
import { actions, context, message, section } from './blocks.ts';
import { joined, type Mrkdwn, mrkdwn } from './text.ts';

/** What a mark stands for. Its word belongs into the finding beside it: colour alone tells nothing. */
export const marks = {
  critical: '🔴',
  high: '🟠',
  normal: '🔵',
  low: '⚪',
  waits: '⏳',
  done: '✅',
  refused: '⛔',
  undone: '↩︎',
  attention: '⚠️',
} as const;
export type Mark = keyof typeof marks;

/** More would not stand side by side on a phone; the rest goes behind three dots or into a form. */
export const mostButtons = 3;

export interface CardParts {
  readonly mark?: Mark | null;
  /** What matters first: state, person, time, number. "Critical · nobody is on it" */
  readonly finding: string | Mrkdwn;
  /** Said beside the finding, less loudly: "3 min". */
  readonly aside?: string | Mrkdwn | null;
  /** What it is about, in the words of whoever named it. */
  readonly title?: string | Mrkdwn | null;
  /** Behind three dots. */
  readonly more?: Overflow | undefined;
  /** On one line, the deciding one in bold. */
  readonly facts?: readonly (string | Mrkdwn)[];
  /** Only what decides something: a table, a quote, steps. */
  readonly body?: readonly KnownBlock[];
  /** The body in words, for a phone and a screen reader. */
  readonly spoken?: string | Mrkdwn | null;
  /** At most three, the likeliest first. */
  readonly buttons?: readonly Button[];
  /** Number, source and freshness, and what happens next by itself. */
  readonly footer?: readonly (string | Mrkdwn)[];
}

/**
 * A message about one thing, built like every other, so that the eye knows where to look. Its text reads alone: the
 * finding, the title, the facts.
 * @throws when there are more than three buttons.
 */
export function card(parts: CardParts): Message {
  const { mark, finding, aside, title, more, spoken } = parts;
  const { facts = [], body = [], buttons = [], footer = [] } = parts;
  if (buttons.length > mostButtons)
    throw new Error(
      `A card has ${mostButtons} buttons at most, not ${buttons.length}: put the rest behind its dots.`,
    );
  const sign = mark ? mrkdwn`${marks[mark]} ` : mrkdwn``;
  const beside = aside ? mrkdwn` · ${aside}` : mrkdwn``;
  const line = inLine(facts);
  const rest = [title, facts.length > 0 ? line : null, spoken].flatMap((part) => part || []);
  const words = joined(
    rest.map((part) => mrkdwn`${part}`),
    '. ',
  );
  return message(mrkdwn`${sign}${finding}${beside}${rest.length > 0 ? mrkdwn`: ${words}` : ''}`, [
    section(mrkdwn`${sign}*${finding}*${beside}${title ? mrkdwn`\n*${title}*` : ''}`, more),
    ...(facts.length > 0 ? [section(line)] : []),
    ...body,
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ...(footer.length > 0 ? [context(inLine(footer))] : []),
  ]);
}

/** "Shipping · €4,210 at risk · raised by Maya 02:02" */
function inLine(facts: readonly (string | Mrkdwn)[]): Mrkdwn {
  return joined(
    facts.map((fact) => mrkdwn`${fact}`),
    ' · ',
  );
}
