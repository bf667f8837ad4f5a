import type { ExceptionKind } from '../status/exception-model.ts';
import type { Fault, Reason } from '../status/model.ts';
import { reasonWords } from './words.ts';

type Step = readonly [kind: ExceptionKind, words: string];

const steps: Readonly<Record<ExceptionKind, string>> = {
  doubted: 'ask the carrier who is right; a lead then confirms the end or takes it back',
  lost: 'claim it from the carrier, then send again or refund',
  'turned back': 'ask the customer: send again or refund',
  failed: 'ask the carrier why, and when it tries again',
  held: 'ask the carrier what it waits for',
  delayed: 'tell the customer, promise a new day',
  'to collect': 'remind the customer: most carriers send it back after a week or so',
  unscanned: 'look on the dock: did it leave?',
  silent: 'have the carrier trace it',
  back: 'put it on the shelf, then refund or send again',
};

const rightAddress =
  'ask the customer for the right address, and give it to the carrier before it turns back';
const tried =
  'most carriers try once more, then leave it at a pick-up point: ask which comes next, and tell the customer';

/** Where the reason asks for another step than the kind alone. */
const byReason: Readonly<Partial<Record<Reason, readonly Step[]>>> = {
  carrier_damaged: [
    ['held', steps.lost],
    ['delayed', steps.lost],
    ['turned back', steps.lost],
    ['back', 'claim it from the carrier before it is put away, then refund or send again'],
  ],
  retailer_label: [
    ['failed', 'send the carrier the right label'],
    ['held', 'send the carrier the right label'],
    ['turned back', 'send it again with the right label'],
  ],
  consignee_absent: [['failed', tried]],
  consignee_access: [
    ['failed', 'ask the customer how to get in, and tell the carrier before it tries again'],
  ],
  consignee_address: [
    ['failed', rightAddress],
    ['held', rightAddress],
    ['turned back', 'ask the customer for the right address, then send again'],
    ['back', 'ask the customer for the right address, then send again or refund'],
  ],
  consignee_refused: [
    ['failed', 'ask the customer whether they still want it: else it comes back'],
    ['turned back', 'ask the customer why, and refund when it is here'],
    ['back', 'put it on the shelf, then refund'],
  ],
  consignee_not_collected: [['failed', 'remind the customer: else it comes back']],
  customs_papers: [['held', 'send customs its papers']],
  customs_duties: [['held', 'ask the customer to pay the duties, or pay them']],
};

/** Where only whose doing it is asks for another step. */
const byFault: Readonly<Partial<Record<Fault, readonly Step[]>>> = {
  customs: [['held', 'ask the carrier what customs wants']],
  retailer: [
    ['failed', 'mend what the carrier says is wrong on our side'],
    ['held', 'mend what the carrier says is wrong on our side'],
  ],
};

function stepOf(kind: ExceptionKind, reason: Reason): string | undefined {
  return byReason[reason]?.find(([of]) => of === kind)?.[1];
}

/** What to do first; where the reasons ask for different things, each with its reason. */
export function stepsWords({
  kind,
  fault,
  reasons,
}: {
  readonly kind: ExceptionKind;
  readonly fault: Fault;
  readonly reasons: readonly Reason[];
}): string {
  const usual = byFault[fault]?.find(([of]) => of === kind)?.[1] ?? steps[kind];
  const all = reasons.map((reason) => [reason, stepOf(kind, reason) ?? usual] as const);
  const [first] = all;
  if (!first) return usual;
  if (all.every(([, step]) => step === first[1])) return first[1];
  return all.map(([reason, step]) => `${reasonWords(reason)}: ${step}`).join('\n');
}

/** The same for one parcel, whose card says beside it what a lead can do. */
export function stepWords(
  kind: ExceptionKind,
  { fault, reason }: { readonly fault: Fault; readonly reason: Reason | null },
): string {
  if (kind === 'doubted') return 'ask the carrier who is right';
  return stepsWords({ kind, fault, reasons: reason === null ? [] : [reason] });
}
