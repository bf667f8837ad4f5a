import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { stepsWords } from '../card/step-words.ts';
import { disruptionName } from '../disrupted/names.ts';
import type { ExceptionGroup } from '../exceptions/model.ts';
import { becauseSince } from '../exceptions/views.ts';
import { kindWords } from '../exceptions/words.ts';
import type { StandingDisruption } from '../lanes/disruption-model.ts';
import { insideWords, spanWords } from '../lanes/disruption-words.ts';
import type { Burst, InTrouble } from '../lanes/model.ts';
import { burstCode } from '../lanes/rules.ts';
import { sumsWords } from '../lanes/words.ts';
import type { LateGroup } from '../late/model.ts';
import { atRiskWords } from '../late/views.ts';
import { exceptionsAction, lateAction, listAction, showDisruptions } from '../parcels/actions.ts';
import { type Amounts, everything } from '../parcels/model.ts';
import { burstName, wayWords } from '../parcels/words.ts';
import type { Today } from '../today/model.ts';
import { findingOf } from '../today/views.ts';

const longestStep = 160;
const longestName = 70;
const namesInFinding = 2;

/** "12 parcels late (€1,240.00), 5 more will be; 3 exceptions", and by what is at stake each group of both. */
export function riskPart(
  { late, exceptions }: Pick<Today, 'late' | 'exceptions'>,
  currency: string,
  reader: Reader,
): DigestPart {
  const isLate = late.groups.length > 0;
  const groups = [
    ...late.groups.map((group) => ({ ...valued(group, currency), words: () => lateLine(group) })),
    ...exceptions.groups.map((group) => ({
      ...valued(group, currency),
      words: () => exceptionLine(group, reader),
    })),
  ].toSorted((a, b) => Number(b.value - a.value) || b.parcels - a.parcels);
  return {
    finding: shorten(findingOf({ late, exceptions }, reader), limits.finding),
    urgency: late.late.parcels > 0 || exceptions.parcels > 0 ? 'now' : 'look',
    lines: groups.slice(0, mostLines).map(({ words }) => words()),
    total: groups.length,
    open: isLate
      ? button(lateAction, { of: null }, 'Late parcels')
      : button(exceptionsAction, {}, 'Exceptions'),
  };
}

function valued(
  group: { readonly amounts: Amounts } & (
    | Pick<LateGroup, 'late' | 'dueLate'>
    | Pick<ExceptionGroup, 'parcels'>
  ),
  currency: string,
) {
  const parcels = 'parcels' in group ? group.parcels : group.late + group.dueLate;
  return { value: group.amounts.get(currency) ?? 0n, parcels };
}

/** "DHL · HAM → DE 10 · Paket: 2 late, 1 will be · 3 orders, €116.40 at risk". */
function lateLine(group: LateGroup): Mrkdwn {
  return mrkdwn`${shorten(wayWords(group), 110)}: ${atRiskWords(group)}`;
}

/** "1 delayed because of the weather · since Wed 4 Mar 12:00 CET · €50.00 · tell the customer, promise a new day". */
function exceptionLine(group: ExceptionGroup, reader: Reader): Mrkdwn {
  const what = `${number(group.parcels)} ${kindWords(group.kind, group.parcels)}`;
  return mrkdwn`${what}${becauseSince(group, reader)} · ${shorten(stepsWords(group).replaceAll('\n', '; '), longestStep)}`;
}

/** "2 disruptions: Strike at DHL, HAM → FR; Storm or flood, anywhere → DE 10": those that go on and those to come. */
export function disruptedPart(all: readonly StandingDisruption[], reader: Reader): DigestPart {
  const goesOn = all.filter(({ fromAt }) => fromAt <= reader.now);
  const words = count(all.length, 'disruption');
  const names = all
    .slice(0, namesInFinding)
    .map((one) => shorten(disruptionName(one), 60))
    .join('; ');
  return {
    finding: shorten(`${words}: ${names}${all.length > namesInFinding ? ', …' : ''}`, limits.finding),
    urgency: goesOn.length > 0 ? 'look' : 'note',
    lines: all.slice(0, mostLines).map((one) => {
      const stands = one.fromAt > reader.now ? 'to come' : insideWords(one.sums, one.beside);
      return mrkdwn`${shorten(disruptionName(one), longestName)} · ${spanWords(one, reader)} · ${stands}`;
    }),
    total: all.length,
    open: button(showDisruptions, {}, words),
  };
}

/** "1 lane in trouble: DHL HAM → FR, 42 of 500 parcels still on their way (€3,400.00)". */
export function burstsPart(bursts: readonly InTrouble<Burst>[], reader: Reader): DigestPart {
  const [first] = bursts;
  const worst = first ? `: ${shorten(burstName(first.of), 60)}, ${sumsWords(first.sums)}` : '';
  const most = bursts.length > 1 ? `, the most on ${first ? shorten(burstName(first.of), 60) : ''}` : worst;
  const head = `${count(bursts.length, 'lane')} in trouble`;
  const of = first && burstCode(first.of.id);
  return {
    finding: shorten(`${head}${most}`, limits.finding),
    urgency: 'now',
    lines: bursts
      .slice(0, mostLines)
      .map(
        (one) =>
          mrkdwn`${shorten(burstName(one.of), longestName)} since ${momentFor(one.of.beganAt, reader)}: ${shorten(sumsWords(one.sums), 150)}`,
      ),
    total: bursts.length,
    open: of
      ? button(
          listAction,
          { ...everything, show: 'in trouble', of, after: null },
          count(first.sums.open, 'parcel'),
        )
      : null,
  };
}
