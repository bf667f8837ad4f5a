import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showHistory, showPolicy } from './actions.ts';
import type { Difference } from './diff.ts';
import type { PolicySeen, Version } from './seen.ts';
import { by, line, type Reader, wordingOf } from './views.ts';
import { ruleWords, stagesWords, type Wording } from './wording.ts';

export interface History extends Pick<PolicySeen, 'people' | 'kinds' | 'currency'> {
  readonly versions: readonly (Version & { readonly gone: Difference; readonly come: Difference })[];
  readonly more: boolean;
}

/** Who changed the policy, when and what. */
export function historyMessage(history: History, reader: Reader): Message {
  const { versions, more } = history;
  const wording = wordingOf(history);
  const [latest] = versions;
  const last = versions.at(-1);
  const finding = latest
    ? `The policy was last changed ${by(latest, reader)}`
    : 'Nobody has changed the policy: it is the one that ships';
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    ...versions.map((one) => {
      const lines = [...said('Before', one.gone, wording), ...said('After', one.come, wording)];
      const words = [one.note, ...lines].join('\n');
      return section(line(mrkdwn`*Version ${one.version}* ${by(one, reader)}\n${words}`));
    }),
    actions(
      button(showPolicy, { from: 0 }, 'Show the rules'),
      ...(more && last ? [button(showHistory, { before: last.version }, 'Earlier')] : []),
    ),
  ]);
}

function said(when: string, { rules, otherwise }: Difference, wording: Wording): readonly string[] {
  return [
    ...rules.map((rule) => `${when}: ${ruleWords(rule, wording)}`),
    ...(otherwise ? [`${when}: anything else → ${stagesWords([otherwise], wording)}`] : []),
  ];
}
