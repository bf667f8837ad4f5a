import type { PlainTextElement, PlainTextOption } from '@slack/types';
import { clean } from '../core/text/clean.ts';
import type { Choice } from '../core/tokens/choice.ts';
import { limits, shorten } from './limits.ts';

/** A choice as Slack expects it. */
export function option({ value, label, about }: Choice): PlainTextOption {
  return {
    text: plain(shorten(label, limits.buttonText)),
    value,
    ...(about && { description: plain(shorten(about, limits.buttonText)) }),
  };
}

/** Text without any format. */
export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text: clean(text), emoji: false };
}
