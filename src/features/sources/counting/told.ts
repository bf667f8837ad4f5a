import type { Meaning } from '../meaning/meaning.ts';

/** What a delivery tells, and when its source says that it was so. */
export interface Told {
  readonly kind: 'products' | 'levels' | 'orders' | 'shipments';
  readonly at: Date;
}

/** Of several things the last: what is older was told before, or has waited for this. Null: it tells of nothing. */
export function toldBy(meaning: Meaning): Told | null {
  if (meaning.is === 'ignored' || meaning.is === 'failed') return null;
  const at = Math.max(...momentsOf(meaning).map((one) => one.getTime()));
  return Number.isFinite(at) ? { kind: meaning.is, at: new Date(at) } : null;
}

function momentsOf(meaning: Exclude<Meaning, { is: 'ignored' | 'failed' }>): readonly Date[] {
  if (meaning.is === 'products') return meaning.products.map(({ product }) => product.versionAt);
  if (meaning.is === 'levels') return meaning.levels.map(({ asOf }) => asOf);
  if (meaning.is === 'orders') return meaning.statements.map(({ versionAt }) => versionAt);
  return meaning.statements.map(({ saidAt }) => saidAt);
}
