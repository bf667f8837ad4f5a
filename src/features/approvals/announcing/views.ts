import { momentFor, type Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { changeWords, type History } from '../policy/history-views.ts';
import { ruleText, wordingOf } from '../policy/views.ts';
import { readPolicy } from './actions.ts';

/** Who changed the policy and how, for everybody who decides by it. Null: that version is not there. */
export function policyToldMessage(history: History, version: number, reader: Reader): Message | null {
  const told = history.versions.find((one) => one.version === version);
  if (!told) return null;
  const wording = wordingOf(history);
  const note = `${told.note.charAt(0).toLowerCase()}${told.note.slice(1)}`;
  const finding = `${told.changedBy ?? 'The console'} ${note}`;
  const lines = [...changeWords('Was', told.removed, wording), ...changeWords('Is', told.added, wording)].map(
    (line) => ruleText(mrkdwn`${line}`),
  );
  return message(joined([mrkdwn`${finding}`, ...lines], '\n'), [
    section(ruleText(mrkdwn`*${finding}*`)),
    ...lines.map((line) => section(line)),
    actions(
      button(readPolicy, { what: 'rules' }, 'Show the rules', { key: 'rules' }),
      button(readPolicy, { what: 'history' }, 'History', { key: 'history' }),
    ),
    context(
      mrkdwn`Approval policy, version ${version}, ${momentFor(told.changedAt, reader)} · for requests made from then on`,
    ),
  ]);
}
