import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showHistory, showPolicy } from './actions.ts';
import type { Difference } from './diff.ts';
import type { PolicyOverview, Version } from './overview-model.ts';
import { changedByWords, ruleText, wordingOf } from './views.ts';
import { ruleWords, stagesWords, type Wording } from './wording.ts';

export interface History extends Pick<PolicyOverview, 'people' | 'kinds' | 'currency'> {
  readonly versions: readonly (Version & { readonly removed: Difference; readonly added: Difference })[];
  readonly more: boolean;
}

/** Versions of the policy: who changed it, when and how. */
export function historyMessage(history: History, reader: Reader): Message {
  const { versions, more } = history;
  const wording = wordingOf(history);
  const [latest] = versions;
  const last = versions.at(-1);
  const finding = latest
    ? `The policy was last changed ${changedByWords(latest, reader)}`
    : 'Nobody has changed the policy: it is the one that ships';
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    ...versions.map((one) => {
      const lines = [
        ...changeWords('Before', one.removed, wording),
        ...changeWords('After', one.added, wording),
      ];
      const words = [one.note, ...lines].join('\n');
      return section(ruleText(mrkdwn`*Version ${one.version}* ${changedByWords(one, reader)}\n${words}`));
    }),
    actions(
      button(showPolicy, { from: 0 }, 'Show the rules'),
      ...(more && last ? [button(showHistory, { before: last.version }, 'Earlier')] : []),
    ),
  ]);
}

export function changeWords(
  when: string,
  { rules, otherwise }: Difference,
  wording: Wording,
): readonly string[] {
  return [
    ...rules.map((rule) => `${when}: ${ruleWords(rule, wording)}`),
    ...(otherwise ? [`${when}: anything else → ${stagesWords([otherwise], wording)}`] : []),
  ];
}
