import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { pagedList } from '../../../ui/paged-list.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { addAction, endAction, exportAction, listAction } from './actions.ts';
import type { RuleFilter, RulePage, StandingRule } from './model.ts';
import { daysMeant, ordersMeant, timeMeant } from './words.ts';

const longestName = 120;

/** A page of the rules. */
export function ruleList(page: RulePage, mayChange: boolean, reader: Reader): Message {
  const { show } = page.filter;
  const named = (one: StandingRule) => shorten(ordersMeant(one), longestName);
  return pagedList<StandingRule, RuleFilter>(listAction, page, {
    finding: findingOf(page),
    headline: (one) => `${named(one)}: ${daysMeant(one.rule)}`,
    line(one) {
      const when = timeMeant(one, reader.now);
      const words = mrkdwn`*${named(one)}*${when ? ` · ${when}` : ''}\n${daysMeant(one.rule)}`;
      const { id } = one.rule;
      return mayChange && one.state !== 'ended'
        ? section(words, button(endAction, { id }, 'End', { key: id }))
        : section(words);
    },
    menus: {
      show: {
        label: 'Which rules',
        choices: [
          ['current', 'In force and to come'],
          ['ended', 'Ended'],
        ],
      },
    },
    file: exportAction,
    buttons:
      mayChange && show === 'current' ? [button(addAction, {}, 'Add a rule', { style: 'primary' })] : [],
    note: mrkdwn`They count where the channel promises nothing, from the day on which the order leaves. Of several that fit, the one that names most counts.`,
    empty: emptyOf(page, mayChange),
  });
}

function findingOf({ total, others, filter }: RulePage): string {
  if (filter.show === 'ended')
    return total > 0 ? `${count(total, 'promise rule')} that ended` : 'No promise rule has ended';
  if (total > 0) return count(total, 'promise rule');
  return others > 0 ? 'No promise rule is in force' : 'No promise rules yet';
}

function emptyOf({ filter }: RulePage, mayChange: boolean) {
  if (filter.show === 'ended') return mrkdwn`The menu shows those in force.`;
  const what = mrkdwn`Orders of channels that promise nothing are never late for their customers, and count in no figure of delivery on time.`;
  return mayChange
    ? mrkdwn`${what} Add how long parcels take; many at once: \`npm run import -- promises FILE\` on the server.`
    : mrkdwn`${what} A manager can add how long parcels take.`;
}

/** The answer where Slack opens no form. */
export function noRuleForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/order promises\` has the same buttons.`;
  return message(text, [section(text)]);
}
