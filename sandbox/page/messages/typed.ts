import type { Overview } from '../../client.ts';
import { unescapeText } from '../mrkdwn/parse.ts';

/** A message's text as its author typed it: names instead of references, nothing escaped. */
export function typedText(
  text: string,
  { members, channels }: Pick<Overview, 'members' | 'channels'>,
): string {
  const typed = text.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (whole, target: string, label = '') => {
    const id = target.slice(1);
    if (target.startsWith('@')) {
      const name = members.find((m) => m.id === id)?.display_name;
      return name ? `@${name}` : whole;
    }
    if (target.startsWith('#')) return `#${label || (channels.find((c) => c.id === id)?.name ?? id)}`;
    if (/^!(channel|here|everyone)$/.test(target)) return `@${id}`;
    return target.startsWith('!') ? whole : target.replace(/^mailto:/, '');
  });
  return unescapeText(typed);
}
