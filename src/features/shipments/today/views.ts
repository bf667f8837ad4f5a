import type { KnownBlock } from '@slack/types';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, section } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showBeside } from '../../issues/index.ts';
import { freshnessWords, silenceWords } from '../card/freshness-views.ts';
import { compareAction } from '../comparing/actions.ts';
import { exceptionWords } from '../exceptions/views.ts';
import { lateWords } from '../late/views.ts';
import { exceptionsAction, lateAction } from '../parcels/actions.ts';
import type { Today } from './model.ts';

const shownIssues = 3;
const shownDisruptions = 3;
const longest = 150;

/** What of parcels needs somebody now, with its lists. */
export function todayMessage(today: Today, reader: Reader): Message {
  const { late, exceptions, disruptions, codes, issues } = today;
  const { heard, open, unpromised } = late;
  const silence = silenceWords(heard, reader);
  const isLate = late.late.parcels + late.dueLate.parcels > 0;
  const isCalm = !isLate && exceptions.parcels === 0;
  const own = issuesWords(today);
  return card({
    mark: silence !== '' || !isCalm ? 'attention' : open > 0 ? 'done' : null,
    finding: shorten(
      `${isCalm ? 'No parcel needs you now' : findingOf(today, reader)}${silence}`,
      limits.finding,
    ),
    title: 'Parcels',
    facts: [
      mrkdwn`${count(open, 'parcel')} on the way`,
      ...(unpromised > 0 ? [mrkdwn`${number(unpromised)} without a promise, not judged`] : []),
      ...disruptions
        .slice(0, shownDisruptions)
        .map((name) => mrkdwn`*${shorten(name, 120)}* (\`/shipment disruption\`)`),
      ...(codes > 0
        ? [
            mrkdwn`*${count(codes, 'code')} of carriers nobody knows*: \`/ops map\` says what ${codes === 1 ? 'it means' : 'they mean'}`,
          ]
        : []),
    ],
    body: issueBlocks(issues),
    spoken: own,
    buttons: [
      ...(isLate ? [button(lateAction, { of: null }, 'Late parcels')] : []),
      ...(exceptions.parcels > 0 ? [button(exceptionsAction, {}, 'Exceptions')] : []),
      button(compareAction, { of: null }, 'Carriers'),
    ],
    footer: [
      mrkdwn`\`/shipment 25066\` shows one, \`/shipment inbound\` what suppliers send`,
      freshnessWords(heard, reader),
    ],
  });
}

/** "12 parcels late (€1,240.00), 5 more will be; 3 exceptions": what of parcels needs somebody. */
export function findingOf({ late, exceptions }: Pick<Today, 'late' | 'exceptions'>, reader: Reader): string {
  if (late.late.parcels + late.dueLate.parcels === 0) return exceptionWords(exceptions, reader);
  const wrong = exceptions.parcels > 0 ? `; ${count(exceptions.parcels, 'exception')}` : '';
  return `${lateWords(late)}${wrong}`;
}

/** "2 issues of yours, 1 late"; null: none. */
function issuesWords({ issues }: Pick<Today, 'issues'>): string | null {
  if (issues.length === 0) return null;
  const late = issues.filter(({ isLate }) => isLate).length;
  return `${count(issues.length, 'issue')} of yours${late > 0 ? `, ${number(late)} late` : ''}`;
}

function issueBlocks(issues: Today['issues']): readonly KnownBlock[] {
  const words = issuesWords({ issues });
  if (words === null) return [];
  return [
    section(mrkdwn`*For you: ${words}*`),
    ...issues
      .slice(0, shownIssues)
      .map(({ id, number: no, title, isLate }) =>
        section(
          mrkdwn`#${no} · ${isLate ? '*late* · ' : ''}${shorten(title, longest)}`,
          button(showBeside, { id }, 'Show', { key: id }),
        ),
      ),
    ...andMore(issues.length - shownIssues, mrkdwn`\`/issue mine\` lists all.`),
  ];
}
