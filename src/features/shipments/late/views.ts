import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, context, menu, more, section } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { goodsNote } from '../../orders/index.ts';
import { freshnessWords, silenceWords } from '../card/freshness-views.ts';
import { lateAction, listAction } from '../parcels/actions.ts';
import { everything, type ParcelFilter } from '../parcels/model.ts';
import { amountWords, wayWords } from '../parcels/words.ts';
import { type Cause, causeWords } from '../status/cause-rules.ts';
import type { LateGroup, LateParcels, LateSum } from './model.ts';

const shownGroups = 10;
const mostChoices = 50;

/** What is late and what is going to be, by carrier, lane and service, the most value at risk first. */
export function lateMessage(late: LateParcels, reader: Reader): Message {
  const { groups, of } = late;
  const silence = silenceWords(late.heard, reader);
  const open = (filter: Partial<ParcelFilter>, label: string, key: string) =>
    button(listAction, listed(late, filter), label, { key });
  return card({
    mark: late.late.parcels > 0 || silence !== '' ? 'attention' : null,
    finding: shorten(`${lateWords(late)}${silence}`, limits.finding),
    title: of === null ? 'Late parcels' : `Late parcels: ${shorten(of.words, 60)}`,
    facts: factsOf(late),
    body: groups.length === 0 ? [] : bodyOf(late),
    buttons: [
      ...(late.late.parcels > 0 ? [open({}, `${number(late.late.parcels)} late`, 'late')] : []),
      ...(late.dueLate.parcels > 0
        ? [open({ show: 'due late' }, `${number(late.dueLate.parcels)} going to be late`, 'due')]
        : []),
    ],
    more: more([
      ...(['carrier', 'unattributed', 'left late'] as const).flatMap((cause) =>
        late.causes[cause].parcels > 0
          ? [
              choice(
                listAction,
                listed(late, { cause }),
                `${number(late.causes[cause].parcels)} ${causeWords[cause]}`,
              ),
            ]
          : [],
      ),
      ...(late.unpromised > 0
        ? [
            choice(
              listAction,
              listed(late, { show: 'no promise' }),
              `${number(late.unpromised)} without a promise`,
            ),
          ]
        : []),
      choice(lateAction, { of: of?.code ?? null }, 'Refresh'),
    ]),
    footer: [...(groups.length > 0 ? [goodsNote] : []), freshnessWords(late.heard, reader)],
  });
}

/** "12 parcels late (€1,240.00), 5 more will be": the finding of whatever tells of late parcels. */
export function lateWords({ late, dueLate }: Pick<LateParcels, 'late' | 'dueLate'>): string {
  if (late.parcels === 0 && dueLate.parcels === 0) return 'No parcel is late';
  if (late.parcels === 0) return `No parcel is late, ${number(dueLate.parcels)} will be${worth(dueLate)}`;
  const will = dueLate.parcels > 0 ? `, ${number(dueLate.parcels)} more will be` : '';
  return `${count(late.parcels, 'parcel')} late${worth(late)}${will}`;
}

function worth({ amounts }: LateSum): string {
  const words = amountWords(amounts);
  return words === '' ? '' : ` (${words})`;
}

/** The carrier’s and what nobody knows are two figures that are never one; what belongs to neither stands beside them. */
function factsOf(late: LateParcels): readonly Mrkdwn[] {
  const { causes, open, unpromised } = late;
  const told = (cause: Cause) =>
    mrkdwn`*${number(causes[cause].parcels)}* ${causeWords[cause]}${worth(causes[cause])}`;
  const others = (['left late', 'other', 'unknown'] as const).filter((cause) => causes[cause].parcels > 0);
  const judged = open - unpromised;
  return [
    ...(late.late.parcels > 0 ? [told('carrier'), told('unattributed'), ...others.map(told)] : []),
    ...(late.dueLate.parcels > 0
      ? [mrkdwn`${amountWords(late.dueLate.amounts) || 'nothing'} more at stake`]
      : []),
    ...(late.late.parcels === 0
      ? [mrkdwn`looked at ${count(judged, 'parcel')} on their way with a promise`]
      : []),
    ...(unpromised > 0 ? [mrkdwn`${number(unpromised)} without a promise, not judged`] : []),
  ];
}

/** A line for each group: a table of so many columns is wider than a phone, and what is worst stood out of sight. */
function bodyOf(late: LateParcels) {
  const { groups } = late;
  const left = groups.length - shownGroups;
  return [
    ...groups.slice(0, shownGroups).map((one) => section(groupWords(one))),
    ...(left > 0 ? [context(mrkdwn`and ${count(left, 'more group')}: ${opensWords(groups.length)}`)] : []),
    actions(
      menu(
        listAction,
        'Open a group',
        groups.slice(0, mostChoices).flatMap((one) => [
          ...(one.late > 0
            ? [
                {
                  value: listed(late, { of: one.group }),
                  label: `${number(one.late)} late: ${wayWords(one)}`,
                },
              ]
            : []),
          ...(one.dueLate > 0
            ? [
                {
                  value: listed(late, { of: one.group, show: 'due late' }),
                  label: `${number(one.dueLate)} will be: ${wayWords(one)}`,
                },
              ]
            : []),
        ]),
      ),
    ),
  ];
}

/** The menu has no room for the rest of very many. */
function opensWords(groups: number): Mrkdwn {
  return groups <= mostChoices
    ? mrkdwn`the menu opens them`
    : mrkdwn`the menu opens the first ${number(mostChoices)}, and \`/shipment late DHL\` or \`/shipment late DE-FR\` those of a carrier or a lane`;
}

/** "*DHL · HAM → DE 10 · Paket*: 2 late, 1 will be · 3 orders, €116.40 at risk". */
function groupWords(group: LateGroup): Mrkdwn {
  return mrkdwn`*${shorten(wayWords(group), 110)}*: ${atRiskWords(group)}`;
}

/** "2 late, 1 will be · 3 orders, €116.40 at risk". */
export function atRiskWords({ late, dueLate, orders, amounts }: LateGroup): string {
  const parts = [
    ...(late > 0 ? [`${number(late)} late`] : []),
    ...(dueLate > 0 ? [`${number(dueLate)} will be`] : []),
  ].join(', ');
  const worth = amountWords(amounts);
  const brought = orders === 0 ? 'no order of ours' : count(orders, 'order');
  return `${parts} · ${brought}${worth === '' ? '' : `, ${worth} at risk`}`;
}

function listed({ of }: LateParcels, filter: Partial<ParcelFilter>) {
  return { ...everything, show: 'late' as const, of: of?.code ?? null, ...filter, after: null };
}
