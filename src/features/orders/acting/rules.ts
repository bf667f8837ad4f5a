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
  | 'is promised so'
  | 'is nothing'
  | 'is more than is left';

const left = ['handed_over', 'delivered', 'returned'];
const packed = ['packed', 'labelled', ...left];

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
      return facts.promised === request.on ? 'is promised so' : null;
    case 'expedite':
      if (isCancelled) return 'is cancelled';
      return left.includes(facts.stage) ? 'has left' : null;
    case 'cancel':
      if (isCancelled) return 'is cancelled';
      return facts.stage === 'delivered' || facts.stage === 'returned' ? 'is delivered' : null;
    case 'reship':
      if (left.includes(facts.stage) || isCancelled) return facts.pieces === 0 ? 'is nothing' : null;
      return 'has not left';
    case 'refund': {
      const amount = BigInt(request.amountMinor);
      if (amount <= 0n) return 'is nothing';
      return amount > leftToRefund(facts) ? 'is more than is left' : null;
    }
  }
}

/** What the customer has paid and not got back, in minor units. */
export function leftToRefund({ total, refunded }: Pick<ActFacts, 'total' | 'refunded'>): bigint {
  const rest = BigInt(total) - BigInt(refunded);
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
