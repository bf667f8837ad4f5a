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
  | 'is asked already'
  | 'is more than is left';

const left = ['handed_over', 'delivered', 'returned'];
const packed = ['packed', 'labelled', ...left];

/** Nobody promises longer: 2062 is a slip for 2026, and would keep the order from being late until then. */
function aYearAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ years: 1 }).toString();
}

/** `today`: where the shop is, such as 2026-03-02. */
export function whyNotAct(request: ActRequest, facts: ActFacts, today: string): ActNo | null {
  if (facts.kind === 'credit') return 'is a credit';
  const isCancelled = facts.stage === 'cancelled';
  switch (request.act) {
    case 'hold':
      if (isCancelled) return 'is cancelled';
      if (left.includes(facts.stage)) return 'has left';
      return facts.heldHere ? 'is held here' : null;
    case 'release':
      return facts.held === null ? 'is not held' : null;
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
      if (amount <= 0n) return 'is nothing';
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
};

/** Tasks that ask for the opposite and that nobody has done: two that contradict each other help nobody. */
export function contradicted(request: ActRequest, { asked }: Pick<ActFacts, 'asked'>): ActFacts['asked'] {
  const opposite = opposites[request.act];
  return asked.filter(
    ({ act, task, isDone, on }) =>
      act === opposite && task !== null && !isDone && (!('on' in request) || on === request.on),
  );
}

/** Whether the shop stands as is wanted once those tasks have ended. */
export function standsSo({ act }: ActRequest, { heldThere }: Pick<ActFacts, 'heldThere'>): boolean {
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
export function isUnpacked({ stage }: Pick<ActFacts, 'stage'>): boolean {
  return stage !== 'cancelled' && !packed.includes(stage);
}

/** Whether a parcel may be on its way. */
export function mayHaveLeft({ stage }: Pick<ActFacts, 'stage'>): boolean {
  return left.includes(stage);
}

/** The acts that may make sense for an order: what its card offers, the likeliest first. */
export function offered(facts: Pick<ActFacts, 'kind' | 'stage' | 'held' | 'heldHere'>): readonly Act[] {
  if (facts.kind === 'credit') return [];
  const isOver = facts.stage === 'cancelled' || facts.stage === 'returned';
  const hasLeft = left.includes(facts.stage);
  return [
    ...(facts.held === null ? [] : (['release'] as const)),
    ...(isOver || hasLeft || facts.heldHere ? [] : (['hold'] as const)),
    ...(isOver || facts.stage === 'delivered' ? [] : (['promise'] as const)),
    ...(isOver || hasLeft ? [] : (['expedite'] as const)),
    ...(hasLeft ? (['reship'] as const) : []),
    'refund',
    ...(isOver || facts.stage === 'delivered' ? [] : (['cancel'] as const)),
  ];
}
