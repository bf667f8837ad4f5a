import { codeKey } from '../../../core/text/code-key.ts';
import type { OrderStatement } from '../telling/model.ts';
import type { Milestone } from '../telling/said.ts';
import type { FoldedMilestone } from './model.ts';
import { latest } from './moments.ts';

const prefix = 'tracking ';
const facetPrefix = 'scans ';

/** How a milestone names the parcel with a tracking number, by its key, whoever told of the parcel. */
export function trackedPart(key: string): string {
  return `${prefix}${key}`;
}

export function isTracked(part: string): boolean {
  return part.startsWith(prefix);
}

/** The facet of what carriers scanned of a tracking number, by its key. */
export function scansFacet(key: string): string {
  return `${facetPrefix}${key}`;
}

/** What carriers scanned says how far a parcel is, and nothing of the order: neither its number nor how fresh it is. */
export function saysOnlyScans({ facet }: Pick<OrderStatement, 'facet'>): boolean {
  return facet.startsWith(facetPrefix);
}

/** When carriers scanned all of these tracking numbers so; null: not of each. */
export function trackedSign(
  counting: readonly FoldedMilestone[],
  what: Milestone,
  tracking: readonly string[],
): { readonly at: Date; readonly by: 'scan' } | null {
  const parts = new Set(tracking.map((one) => trackedPart(codeKey(one))));
  const scans = counting.filter((one) => one.what === what && parts.has(one.part));
  const at = latest(scans.map((one) => one.at));
  return at && scans.length === parts.size ? { at, by: 'scan' } : null;
}
