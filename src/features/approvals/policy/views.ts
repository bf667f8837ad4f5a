import { count } from '../../../core/text/sentence.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, overflow, section } from '../../../ui/blocks.ts';
import { shorten, shortenMarkup } from '../../../ui/limits.ts';
import { Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { addRule, restAction, ruleAction, showHistory, showPolicy } from './actions.ts';
import type { Rule } from './model.ts';
import type { Fault } from './seen.ts';
import { type PolicySeen, rulesShown, type Version } from './seen.ts';
import { ruleWords, stagesWords, type Wording } from './wording.ts';

export interface Reader {
  readonly now: Date;
  readonly timeZone: string;
}

/** The rules in their order, a page of them, with what is wrong with each. */
export function policyMessage(seen: PolicySeen, from: number, reader: Reader): Message {
  const { policy, faults, mayChange, version } = seen;
  const { rules, otherwise } = policy;
  const wording = wordingOf(seen);
  const shown = rules.slice(from, from + rulesShown);
  const finding =
    rules.length === 0
      ? 'Who approves what: no rules, everything is decided the same way'
      : `Who approves what: ${count(rules.length, 'rule')}, the first that matches decides`;
  return message(mrkdwn`${finding}${summary(faults)}`, [
    section(mrkdwn`*${finding}*${summary(faults)}`),
    ...shown.map((rule, index) => ruleLine(rule, from + index, seen, wording)),
    section(
      line(
        mrkdwn`*Anything else* → ${stagesWords([otherwise], wording)}${noted(faultsOfRule(faults, 'otherwise'))}`,
      ),
    ),
    actions(
      ...(mayChange
        ? [
            button(addRule, { version }, 'Add a rule'),
            button(restAction, { version }, 'Who decides the rest'),
          ]
        : []),
      ...pages(from, rules.length),
      button(showHistory, { before: null }, 'History'),
    ),
    context(
      mrkdwn`${versionWords(seen, reader)}. A lead may be a manager or an admin as well. Nobody decides what they ask for themselves.`,
    ),
  ]);
}

/** Where no form can be opened. */
export function noFormHere(): Message {
  const text = mrkdwn`Slack opens no form here: \`/approval policy\` has the same buttons.`;
  return message(text, [section(text)]);
}

export function wordingOf({
  people,
  kinds,
  currency,
}: Pick<PolicySeen, 'people' | 'kinds' | 'currency'>): Wording {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { kinds, currency, nameOf: (id) => names.get(id) ?? null };
}

function ruleLine(
  rule: Rule,
  index: number,
  { policy, version, mayChange, faults }: PolicySeen,
  wording: Wording,
) {
  const words = line(
    mrkdwn`*${index + 1}. ${rule.name}*\n${ruleWords(rule, wording)}${noted(faultsOfRule(faults, index))}`,
  );
  const value = { version, rule: index };
  return section(
    words,
    mayChange
      ? overflow(
          ruleAction,
          [
            { value: { ...value, to: 'edit' as const }, label: 'Edit' },
            ...(index > 0 ? [{ value: { ...value, to: 'up' as const }, label: 'Move up' }] : []),
            ...(index < policy.rules.length - 1
              ? [{ value: { ...value, to: 'down' as const }, label: 'Move down' }]
              : []),
            { value: { ...value, to: 'remove' as const }, label: 'Remove' },
          ],
          { key: index },
        )
      : undefined,
  );
}

/** A page of them has to fit a message: Slack counts 13,000 characters over all blocks. */
export function line(words: Mrkdwn): Mrkdwn {
  return new Mrkdwn(shortenMarkup(words.value, 450));
}

function summary(faults: readonly Fault[]): Mrkdwn {
  const rules = new Set(faults.map(({ rule }) => rule)).size;
  return rules === 0 ? mrkdwn`` : mrkdwn`. ${count(rules, 'rule')} to look at`;
}

function noted(faults: readonly Fault[]): Mrkdwn {
  return faults.length === 0
    ? mrkdwn``
    : mrkdwn`\nTo look at: ${faults.map(({ sentence }) => sentence).join(' ')}`;
}

function faultsOfRule(faults: readonly Fault[], rule: Fault['rule']): readonly Fault[] {
  return faults.filter((fault) => fault.rule === rule);
}

function pages(from: number, total: number) {
  const page = (start: number) => {
    const end = Math.min(start + rulesShown, total);
    return button(showPolicy, { from: start }, `Rules ${start + 1} to ${end}`, { key: start });
  };
  return [
    ...(from > 0 ? [page(Math.max(from - rulesShown, 0))] : []),
    ...(from + rulesShown < total ? [page(from + rulesShown)] : []),
  ];
}

function versionWords({ version, changed }: PolicySeen, reader: Reader): string {
  return changed ? `Version ${version}, ${by(changed, reader)}` : 'The policy that ships';
}

export function by({ changedBy, changedAt }: Version, { now, timeZone }: Reader): string {
  return `by ${shorten(changedBy ?? 'the console', 60)}, ${momentWithZone(changedAt, now, timeZone)}`;
}
