import { count } from '../../../core/text/sentence.ts';
import { momentWithZone, type Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, context, message, more, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { type Mrkdwn, mrkdwn, shortened } from '../../../ui/text.ts';
import { addRule, restAction, ruleAction, showHistory, showPolicy } from './actions.ts';
import type { Fault } from './fault-model.ts';
import type { Rule } from './model.ts';
import { type PolicyOverview, rulesPerPage, type Version } from './overview-model.ts';
import { faultSentence } from './refusals.ts';
import { faultyRules } from './validation.ts';
import { ruleWords, stagesWords, type Wording } from './wording.ts';

/** A page of the rules in order, with the faults of each. */
export function policyMessage(overview: PolicyOverview, from: number, reader: Reader): Message {
  const { policy, faults, mayChange, version } = overview;
  const { rules, otherwise } = policy;
  const wording = wordingOf(overview);
  const shown = rules.slice(from, from + rulesPerPage);
  const finding =
    rules.length === 0
      ? 'Who approves what: no rules, everything is decided the same way'
      : `Who approves what: ${count(rules.length, 'rule')}, the first that matches decides`;
  return message(mrkdwn`${finding}${summary(faults)}`, [
    section(mrkdwn`*${finding}*${summary(faults)}`),
    ...shown.map((rule, index) => ruleLine(rule, from + index, overview, wording)),
    section(
      ruleText(
        mrkdwn`*Anything else* → ${stagesWords([otherwise], wording)}${faultLines('otherwise', overview, wording)}`,
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
      mrkdwn`${versionWords(overview, reader)}. A lead may be a manager or an admin as well. Nobody decides what they ask for themselves.`,
    ),
  ]);
}

/** The answer where Slack opens no form. */
export function noFormHere(): Message {
  const text = mrkdwn`Slack opens no form here: \`/approval policy\` has the same buttons.`;
  return message(text, [section(text)]);
}

export function wordingOf({
  people,
  kinds,
  currency,
}: Pick<PolicyOverview, 'people' | 'kinds' | 'currency'>): Wording {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { kinds, currency, nameOf: (id) => names.get(id) ?? null };
}

function ruleLine(rule: Rule, index: number, overview: PolicyOverview, wording: Wording) {
  const { policy, version, mayChange } = overview;
  const words = ruleText(
    mrkdwn`*${index + 1}. ${rule.name}*\n${ruleWords(rule, wording)}${faultLines(index, overview, wording)}`,
  );
  const value = { version, rule: index };
  return section(
    words,
    mayChange
      ? more(
          [
            choice(ruleAction, { ...value, to: 'edit' }, 'Edit'),
            ...(index > 0 ? [choice(ruleAction, { ...value, to: 'up' }, 'Move up')] : []),
            ...(index < policy.rules.length - 1
              ? [choice(ruleAction, { ...value, to: 'down' }, 'Move down')]
              : []),
            choice(ruleAction, { ...value, to: 'remove' }, 'Remove'),
          ],
          { key: index },
        )
      : undefined,
  );
}

/** Cut so that a page of rules fits a message. */
export function ruleText(words: Mrkdwn): Mrkdwn {
  return shortened(words, 380);
}

function summary(faults: readonly Fault[]): Mrkdwn {
  const rules = faultyRules(faults);
  return rules === 0 ? mrkdwn`` : mrkdwn`. ${count(rules, 'rule')} to fix`;
}

function faultLines(
  rule: Fault['rule'],
  { faults, laterFaults }: PolicyOverview,
  { nameOf }: Wording,
): Mrkdwn {
  const line = (label: string, all: readonly Fault[]) => {
    const own = all.filter((fault) => fault.rule === rule);
    const sentences = own.map((fault) => faultSentence(fault, nameOf)).join(' ');
    return own.length === 0 ? '' : `\n${label}: ${sentences}`;
  };
  return mrkdwn`${line('To fix', faults)}${line('To fix before that kind is used', laterFaults)}`;
}

function pages(from: number, total: number) {
  const page = (start: number) => {
    const end = Math.min(start + rulesPerPage, total);
    return button(showPolicy, { from: start }, `Rules ${start + 1} to ${end}`, { key: start });
  };
  return [
    ...(from > 0 ? [page(Math.max(from - rulesPerPage, 0))] : []),
    ...(from + rulesPerPage < total ? [page(from + rulesPerPage)] : []),
  ];
}

function versionWords({ version, changed }: PolicyOverview, reader: Reader): string {
  return changed ? `Version ${version}, ${changedByWords(changed, reader)}` : 'Default policy';
}

/** "by Omar, 09:00 CET". */
export function changedByWords({ changedBy, changedAt }: Version, { now, timeZone }: Reader): string {
  return `by ${shorten(changedBy ?? 'the console', 60)}, ${momentWithZone(changedAt, now, timeZone)}`;
}
