import type { Slack } from '../../state/slack.ts';
import { SlackError } from '../method.ts';

const MOST = 80;

/** A valid channel name that is not in use, even by an archived channel. */
export function freeName(slack: Slack, name: string): string {
  if (name.length > MOST) throw new SlackError('invalid_name_maxlength');
  if (/^[-_]+$/.test(name)) throw new SlackError('invalid_name_punctuation');
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) throw new SlackError('invalid_name_specials');
  if ([...slack.channels.values()].some((c) => c.name === name)) throw new SlackError('name_taken');
  return name;
}
