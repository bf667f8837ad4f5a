import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { quoted } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { askAction } from '../card/actions.ts';
import type { ShownApproval } from '../card/model.ts';
import { headline } from '../card/words-views.ts';
import { listLine } from './views.ts';

/** The answer to a search by words. */
export function foundApprovals(asked: string, found: readonly ShownApproval[], read: Reader): Message {
  const finding =
    found.length === 0
      ? `No approval matches "${quoted(asked)}"`
      : `${count(found.length, 'approval')} ${found.length === 1 ? 'matches' : 'match'} "${quoted(asked)}"`;
  const all = found.map(headline).join('; ');
  return message(mrkdwn`${finding}${all ? `: ${all}` : ''}`, [
    section(mrkdwn`*${finding}*`),
    ...found.map((shown) => listLine({ ...shown, forMe: false }, read)),
    ...(found.length === 0 ? [actions(button(askAction, {}, 'Ask for an approval'))] : []),
  ]);
}
