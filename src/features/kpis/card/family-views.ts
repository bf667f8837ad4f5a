import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, context, menu, table } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { FamilyState, Fault } from '../keeping/model.ts';
import { rebuildAction } from './actions.ts';

/** More say nothing new. */
const mostFaults = 5;

/** What KPIs are counted from: whether it is complete, and what is being made anew. */
export function familiesMessage(families: readonly FamilyState[], reader: Reader): Message {
  const building = families.filter(({ state }) => state?.building != null);
  const behind = families.filter(({ isBehind }) => isBehind);
  const failing = families.filter(({ faults }) => faults.length > 0);
  return card({
    finding:
      failing.length > 0
        ? `${listOf(failing.map(({ one, faults }) => count(faults.length, one)))} cannot be counted; figures have all others`
        : building.length > 0
          ? `Being counted anew: ${listOf(building.map(({ one, state }) => count(state?.walked ?? 0, one)))} so far`
          : behind.length > 0
            ? `Figures are a few seconds behind: changes of ${listOf(behind.map(({ one }) => `${one}s`))} are being counted`
            : 'Every figure has all that was told',
    title: 'What KPIs are counted from',
    body: [
      table(
        [
          { title: 'Facts', wraps: true },
          { title: 'Figures', align: 'right' },
          { title: 'State', wraps: true },
        ],
        families.map((one) => [one.one, number(one.kpis), stateWords(one, reader)]),
      ),
      ...failing.map(({ one, faults }) =>
        context(...faults.slice(0, mostFaults).map((fault) => faultWords(one, fault, reader))),
      ),
      actions(
        menu(
          rebuildAction,
          'Make anew …',
          families.map(({ family, one }) => ({ value: { family }, label: `Facts of ${one}s` })),
        ),
      ),
    ],
    footer: [
      'Made anew they are the same: do so where a number is doubted. The old ones are read until the new ones are complete.',
    ],
  });
}

function stateWords({ state, isBehind }: FamilyState, reader: Reader): string {
  if (!state) return isBehind ? 'about to be made' : 'nothing told yet';
  if (state.building !== null)
    return `being made since ${state.startedAt ? dayMoment(state.startedAt, reader) : 'now'}, ${number(state.walked)} so far`;
  const since = state.builtAt ? `made ${dayMoment(state.builtAt, reader)}` : 'complete';
  return isBehind ? `${since}, changes waiting` : `${since}, up to date`;
}

function faultWords(one: string, { subject, reason, attempts, retryAt }: Fault, reader: Reader): Mrkdwn {
  const tried = attempts === 1 ? 'tried once' : `tried ${number(attempts)} times`;
  return mrkdwn`The ${one} ${subject}: “${reason}”; ${tried}, again ${dayMoment(retryAt, reader)}`;
}
