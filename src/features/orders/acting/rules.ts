import { Temporal } from 'temporal-polyfill';
import type { Act, ActFacts, ActRequest } from './model.ts';

/** Why an act makes no sense for an order as it stands. */
export type ActNo =
  | 'is a credit'
  | 'is cancelled'
  | 'is held here'
  | 'is not held'
  | 'has left'
  | 'has not left'
  | 'is delivered'
  | 'is past'
  | 'is too far'
  | 'is promised so'
  | 'is promised otherwise'
  | 'is nothing'
  | 'is no amount'
  | 'is to be cancelled'
  | 'is asked already'
  | 'is more than is left';

/** What is asked for of an order, as far as its menu goes by it. */
interface AskedFor {
  readonly act: string;
}

const left = ['handed_over', 'delivered', 'returned'];
const packed = ['packed', 'labelled', ...left];

/** Nobody promises longer: 2062 is a slip for 2026, and would keep the order from being late until then. */
function aYearAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ years: 1 }).toString();
}

/** What makes no sense of an order that shall not go. */
const goesOn: readonly ActRequest['act'][] = ['hold', 'promise', 'expedite', 'reship'];

/** The cancellation that is asked for, or done without the shop having told of it. */
export function cancelling<Asked extends AskedFor>({
  asked,
}: {
  readonly asked: readonly Asked[];
}): Asked | undefined {
  return asked.find(({ act }) => act === 'cancel');
}

/** `today`: where the shop is, such as 2026-03-02. */
export function whyNotAct(request: ActRequest, facts: ActFacts, today: string): ActNo | null {
  if (facts.kind === 'credit') return 'is a credit';
  const isCancelled = facts.stage === 'cancelled';
  if (!isCancelled && goesOn.includes(request.act) && cancelling(facts)) return 'is to be cancelled';
  switch (request.act) {
    case 'hold':
      if (isCancelled) return 'is cancelled';
      if (left.includes(facts.stage)) return 'has left';
      return facts.heldHere ? 'is held here' : null;
    case 'release':
      if (facts.held === null) return 'is not held';
      // What is held here as well is another hold.
      return !facts.heldHere && askedAlready(request, facts) ? 'is asked already' : null;
    case 'promise':
      if (isCancelled) return 'is cancelled';
      if (facts.stage === 'delivered') return 'is delivered';
      if (request.on < today) return 'is past';
      if (request.on > aYearAfter(today)) return 'is too far';
      return facts.promised === request.on ? 'is promised so' : null;
    case 'expedite':
      if (isCancelled) return 'is cancelled';
      if (left.includes(facts.stage)) return 'has left';
      return askedAlready(request, facts) ? 'is asked already' : null;
    case 'take back promise':
      if (isCancelled) return 'is cancelled';
      if (facts.stage === 'delivered') return 'is delivered';
      return facts.promised === request.on ? null : 'is promised otherwise';
    case 'take back expedite':
      if (isCancelled) return 'is cancelled';
      return left.includes(facts.stage) ? 'has left' : null;
    case 'cancel':
      if (isCancelled) return 'is cancelled';
      if (facts.stage === 'delivered' || facts.stage === 'returned') return 'is delivered';
      return askedAlready(request, facts) ? 'is asked already' : null;
    case 'reship':
      if (!left.includes(facts.stage) && !isCancelled) return 'has not left';
      if (facts.pieces === 0) return 'is nothing';
      return askedAlready(request, facts) ? 'is asked already' : null;
    case 'refund': {
      const amount = BigInt(request.amountMinor);
      if (amount <= 0n) return 'is no amount';
      if (askedAlready(request, facts)) return 'is asked already';
      return amount > leftToRefund(facts) ? 'is more than is left' : null;
    }
  }
}

/** The same, asked before: of what goes again, any of the same lines; of money, as much for the same reason. */
export function askedAlready(request: ActRequest, { asked }: Pick<ActFacts, 'asked'>) {
  return asked.find(({ act, lines, amountMinor, reason }) => {
    if (act !== request.act) return false;
    if (request.act === 'refund') return amountMinor === request.amountMinor && reason === request.reason;
    if (request.act !== 'reship') return true;
    return (
      lines.length === 0 || request.lines.length === 0 || lines.some((key) => request.lines.includes(key))
    );
  });
}

const opposites: Readonly<Partial<Record<ActRequest['act'], ActRequest['act']>>> = {
  hold: 'release',
  release: 'hold',
  expedite: 'take back expedite',
  'take back promise': 'promise',
  'take back expedite': 'expedite',
  // What shall not go need not go first.
  cancel: 'expedite',
};

/** Tasks that ask for the opposite and that nobody has done: two that contradict each other help nobody. */
export function contradicted(request: ActRequest, { asked }: Pick<ActFacts, 'asked'>): ActFacts['asked'] {
  const opposite = opposites[request.act];
  return asked.filter(
    ({ act, task, isDone, on }) =>
      task !== null &&
      !isDone &&
      // The customer is told the last day alone.
      (request.act === 'promise'
        ? act === 'promise' && on !== request.on
        : act === opposite && (!('on' in request) || on === request.on)),
  );
}

/** Whether the shop stands as is wanted once those tasks have ended. */
export function standsSo({ act }: ActRequest, { heldThere }: Pick<ActFacts, 'heldThere'>): boolean {
  if (act === 'promise' || act === 'cancel') return false;
  return act !== 'release' || !heldThere;
}

/** What refunds are asked for that the shop has not told of yet, in minor units. */
export function askedToRefund({ asked }: Pick<ActFacts, 'asked'>): bigint {
  return asked.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor ?? 0), 0n);
}

/** What the customer has paid, has not got back, and nobody has asked to give back, in minor units. */
export function leftToRefund(facts: Pick<ActFacts, 'total' | 'refunded' | 'asked'>): bigint {
  const rest = BigInt(facts.total) - BigInt(facts.refunded) - askedToRefund(facts);
  return rest > 0n ? rest : 0n;
}

/** Nobody is asked before an order is packed: nothing of it is lost. */
export function isUnpacked({ stage, left }: Pick<ActFacts, 'stage' | 'left'>): boolean {
  return left === 0 && stage !== 'cancelled' && !packed.includes(stage);
}

/** Whether a parcel may be on its way. */
export function mayHaveLeft({ stage }: Pick<ActFacts, 'stage'>): boolean {
  return left.includes(stage);
}

/** The acts that may make sense for an order: what its card offers, the likeliest first. */
export function offered(
  facts: Pick<ActFacts, 'kind' | 'stage' | 'held' | 'heldHere'> & { readonly asked: readonly AskedFor[] },
): readonly Act[] {
  if (facts.kind === 'credit') return [];
  const isAsked = (act: Act) => facts.asked.some((one) => one.act === act);
  const isOver = facts.stage === 'cancelled' || facts.stage === 'returned';
  // What is to be cancelled goes nowhere.
  const stops = isOver || (facts.stage !== 'cancelled' && cancelling(facts) !== undefined);
  const hasLeft = left.includes(facts.stage);
  return [
    ...(facts.held === null || (!facts.heldHere && isAsked('release')) ? [] : (['release'] as const)),
    ...(stops || hasLeft || facts.heldHere ? [] : (['hold'] as const)),
    ...(stops || facts.stage === 'delivered' ? [] : (['promise'] as const)),
    ...(stops || hasLeft ? [] : (['expedite'] as const)),
    ...(hasLeft && (isOver || !stops) ? (['reship'] as const) : []),
    'refund',
    ...(stops || facts.stage === 'delivered' ? [] : (['cancel'] as const)),
  ];
}
