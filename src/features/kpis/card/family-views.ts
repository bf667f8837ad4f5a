import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, menu, table } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import type { FamilyState } from '../keeping/model.ts';
import { rebuildAction } from './actions.ts';

/** What KPIs are counted from: whether it is complete, and what is being made anew. */
export function familiesMessage(families: readonly FamilyState[], reader: Reader): Message {
  const building = families.filter(({ state }) => state?.building != null);
  const behind = families.filter(({ isBehind }) => isBehind);
  return card({
    finding:
      building.length > 0
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
