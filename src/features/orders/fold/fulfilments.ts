import type { Kept } from '../telling/hash.ts';
import type { FulfilmentSaid, Milestone, ParcelState } from '../telling/said.ts';
import type { Known } from './input-model.ts';
import { lineKey } from './match-lines.ts';
import { bestSign, type Sign, wholeSign } from './milestones.ts';
import type { FoldedFulfilment, FoldedMilestone, ToldLine } from './model.ts';
import { currentOf, isLive } from './pieces.ts';
import { trackedSign } from './scan-rules.ts';

/** A parcel with what was said of it. */
interface Parcel {
  readonly source: string;
  readonly said: FulfilmentSaid;
  /** By state, when it came into it as was last said of that state. */
  readonly since: ReadonlyMap<ParcelState, Date>;
}

/**
 * The parcels. The latest statement says what one is; a printed, failed or cancelled label has handed nothing over,
 * whatever a carrier scanned. That it came so far is never lost because a later statement tells only where it is now.
 */
export function fulfilmentsOf(
  statements: readonly Kept[],
  counting: readonly FoldedMilestone[],
  lines: readonly ToldLine[],
  known: Known,
): readonly FoldedFulfilment[] {
  const parcels = parcelsOf(statements);
  const folded = parcels.map((parcel) => ({ parcel, one: fulfilmentOf(parcel, counting, known) }));
  const listed = folded.filter(({ parcel, one }) => parcel.said.lines !== null && isLive(one));
  const left = new Map(lines.map((line) => [line.lineKey, line.requiresShipping ? currentOf(line) : 0]));
  const take = (key: string, quantity: number) => left.set(key, Math.max((left.get(key) ?? 0) - quantity, 0));
  for (const { parcel } of listed)
    for (const { id, quantity } of parcel.said.lines ?? []) take(lineKey(id) ?? id, quantity);
  return folded.map(({ parcel, one }) => {
    const said = parcel.said.lines ?? (isLive(one) ? restOf(left) : []);
    if (parcel.said.lines === null) for (const { id, quantity } of said) take(id, quantity);
    return { ...one, lines: summed(said, lines) };
  });
}

function restOf(left: ReadonlyMap<string, number>) {
  return [...left].flatMap(([id, quantity]) => (quantity > 0 ? [{ id, quantity }] : []));
}

/** Their pieces by line; of a line that nobody told nothing is known. */
function summed(
  said: readonly { readonly id: string; readonly quantity: number }[],
  lines: readonly ToldLine[],
) {
  const sums = new Map<string, number>();
  for (const { id, quantity } of said) {
    // The key of a line without an id is not an id.
    const key = id.startsWith('n:') ? id : (lineKey(id) ?? id);
    sums.set(key, (sums.get(key) ?? 0) + quantity);
  }
  return lines.flatMap(({ lineKey: key }) => {
    const quantity = sums.get(key) ?? 0;
    return quantity > 0 ? [{ lineKey: key, quantity }] : [];
  });
}

function parcelsOf(statements: readonly Kept[]): readonly Parcel[] {
  const parcels = new Map<string, Parcel>();
  for (const { source, fulfilments = [] } of statements)
    for (const said of fulfilments) {
      const key = JSON.stringify([source, said.externalId]);
      const since = new Map(parcels.get(key)?.since).set(said.state, said.at);
      parcels.set(key, { source, said, since });
    }
  return [...parcels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parcel]) => parcel);
}

function fulfilmentOf({ source, said, since }: Parcel, counting: readonly FoldedMilestone[], known: Known) {
  const carrierId = said.carrier === null ? null : known.carrierOf(said.carrier);
  const counts = isLive(said);
  const when = (what: Milestone & ParcelState): Sign | null => {
    if (!counts) return null;
    const at = since.get(what);
    const own: readonly Sign[] = counting.filter(
      (one) => one.what === what && one.part === said.externalId && one.source === source,
    );
    const told: readonly Sign[] = at ? [{ at, by: 'told' }] : [];
    const scanned = trackedSign(counting, what, said.tracking);
    return bestSign([...own, ...told, ...(scanned ? [scanned] : [])]) ?? wholeSign(counting, what);
  };
  const labelled = when('labelled');
  const handedOver = when('handed_over');
  const returned = when('returned');
  const delivered = when('delivered');
  // What a carrier delivers after it turned back, it delivers to us.
  const isBack = delivered !== null && returned !== null && delivered.at >= returned.at;
  const deliveredAt = isBack ? null : (delivered?.at ?? null);
  const { externalId, tracking } = said;
  return {
    source,
    externalId,
    state: counts ? furthest(said.state, { labelled, handedOver, deliveredAt, returned }) : said.state,
    locationId: said.location ? known.idOf(said.location) : null,
    carrierSaid: said.carrier,
    carrierId,
    serviceId: said.service === null ? null : known.serviceOf(said.service, carrierId),
    tracking,
    labelledAt: labelled?.at ?? null,
    handedOverAt: handedOver?.at ?? null,
    handOverBy: handedOver ? (handedOver.by ?? 'told') : null,
    deliveredAt,
    returnedAt: returned?.at ?? null,
    cancelledAt: counts ? null : said.at,
  };
}

function furthest(
  said: ParcelState,
  reached: {
    readonly labelled: Sign | null;
    readonly handedOver: Sign | null;
    readonly deliveredAt: Date | null;
    readonly returned: Sign | null;
  },
): ParcelState {
  if (said === 'returned' || reached.returned) return 'returned';
  if (reached.deliveredAt) return 'delivered';
  if (reached.handedOver) return 'handed_over';
  return reached.labelled ? 'labelled' : said;
}
