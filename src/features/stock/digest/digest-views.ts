import type { DigestPart } from '../../../core/declare/digest.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import { button } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { showSku } from '../card/actions.ts';
import { daysText, paceText } from '../card/cover-views.ts';
import type { Outlook } from '../outlook/model.ts';
import type { LastProof } from '../proof/model.ts';
import type { Listed, OutNow } from './model.ts';

const longestCode = 40;

/** "23 SKUs out of stock, 5 of them selling: MUG-01 first (4 a day)". */
export function outPart({ skus, total, selling }: OutNow, { now }: Reader): DigestPart {
  const [first] = skus;
  return {
    finding: shorten(
      `${count(total, 'SKU')} out of stock${sellsWords({ skus, total, selling })}`,
      limits.finding,
    ),
    urgency: selling > 0 ? 'now' : 'note',
    lines: skus.map((sku) => lineOf(sku, [paceOf(sku), comesWords(sku, now), riskWords(sku, now)])),
    total,
    open: first ? showing(first) : null,
  };
}

/** ", 5 of them selling: MUG-01 first (4 a day)". */
function sellsWords({ skus, total, selling }: OutNow): string {
  if (selling === 0) return `, ${total === 1 ? 'not' : 'none of them'} sold lately`;
  const [first] = skus;
  const pace =
    first && first.perDay !== null
      ? { code: shorten(first.code, longestCode), each: `(${paceText(first.perDay)} a day)` }
      : null;
  if (total === 1) return `: ${pace ? `${pace.code} ${pace.each}` : 'it sold lately'}`;
  const some = selling === total ? 'all of them selling' : `${number(selling)} of them selling`;
  return `, ${some}${pace ? `: ${pace.code} first ${pace.each}` : ''}`;
}

/** "12 SKUs last for less than a week, the most at risk MUG-01: €174.00". */
export function lowPart({ skus, total }: Listed, { now }: Reader): DigestPart {
  const [first] = skus;
  const minor = first?.risk?.minor ?? 0n;
  const worth = first && minor > 0n ? money(minor, first.currency) : null;
  const worst =
    first && worth
      ? `, ${total === 1 ? '' : 'the most '}at risk ${shorten(first.code, longestCode)}: ${worth}`
      : '';
  return {
    finding: shorten(
      `${count(total, 'SKU lasts', 'SKUs last')} for less than a week${worst}`,
      limits.finding,
    ),
    urgency: 'look',
    lines: skus.map((sku) =>
      lineOf(sku, [
        `${number(sku.available)} available${sku.coverDays === null ? '' : `, ${daysText(sku.coverDays)}`}`,
        paceOf(sku),
        comesWords(sku, now),
        riskWords(sku, now),
      ]),
    ),
    total,
    open: first ? showing(first) : null,
  };
}

/** "2 stock levels are not the sum of their movements, proved Sun 1 Mar 03:10 CET". */
export function doubtPart({ wrong, levels, endedAt }: LastProof, reader: Reader): DigestPart {
  const which = wrong === 1 ? 'is not the sum of its movements' : 'are not the sum of their movements';
  return {
    finding: `${number(wrong)} of ${count(levels, 'stock level')} ${which}, proved ${momentFor(endedAt, reader)}`,
    urgency: 'now',
    lines: [],
    total: wrong,
    open: null,
  };
}

function showing({ id, code }: Outlook) {
  return button(showSku, { sku: id }, `Show ${shorten(code, 15)}`);
}

/** "MUG-01 · Stoneware mug, sand · sells 4 a day · nothing on its way". */
function lineOf({ code, title }: Outlook, facts: readonly (string | null)[]): Mrkdwn {
  const parts = [shorten(code, longestCode), shorten(title, 40), ...facts];
  return joined(
    parts.flatMap((part) => (part === null || part === '' ? [] : [mrkdwn`${part}`])),
    ' · ',
  );
}

function paceOf({ perDay }: Outlook): string | null {
  return perDay === null ? null : `sells ${paceText(perDay)} a day`;
}

function comesWords({ comingOn, incoming }: Outlook, now: Date): string {
  if (comingOn) return `next ${dayWords(comingOn, now)}`;
  return incoming > 0 ? `${number(incoming)} on the way, no day named` : 'nothing on its way';
}

/** "12 short until then (€174.00)". */
function riskWords({ risk, comingOn, currency }: Outlook, now: Date): string | null {
  if (!risk || risk.units === 0) return null;
  const until = comingOn ? 'until then' : `by ${dayWords(risk.until, now)}`;
  return `${number(risk.units)} short ${until}${risk.minor ? ` (${money(risk.minor, currency)})` : ''}`;
}
