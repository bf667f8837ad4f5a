import { channelKey, numberKey } from '../../../core/text/code-key.ts';
import type { Kept } from '../telling/hash.ts';
import type { HeaderSaid, Ref } from '../telling/said.ts';
import type { FoldInput } from './input-model.ts';
import type { FoldedHeader } from './model.ts';
import { earliest, latest } from './moments.ts';
import { saysOnlyScans } from './scan-rules.ts';

/** Of each field, what the latest statement says that says it. `statements`: in their order, at least one. */
export function headerOf({ statements: all, known, shop }: FoldInput, digital: boolean): FoldedHeader {
  const statements = all.filter((one) => !saysOnlyScans(one));
  const said: HeaderSaid = Object.assign({}, ...statements.map(({ header }) => withoutGaps(header)));
  const placed = statements.flatMap(({ header }) => header?.placedAt ?? []);
  const versions = statements.map(({ versionAt }) => versionAt);
  const id = (ref: Ref | undefined) => (ref ? known.idOf(ref) : null);
  return {
    channel: channelKey(statements[0]?.order.channel ?? ''),
    number: numberOf(statements),
    kind: said.kind ?? 'sale',
    currency: said.currency ?? shop.currency,
    placedAt: earliest(placed) ?? earliest(versions) ?? new Date(0),
    totalMinor: said.totalMinor ?? null,
    test: said.test ?? false,
    draft: said.draft ?? false,
    digital: said.digital ?? digital,
    cancelledBy: said.cancelledBy ?? null,
    customerReference: said.customerReference ?? null,
    shipCountry: said.shipCountry ?? null,
    shipRegion: said.shipRegion ?? null,
    shipArea: said.shipArea ?? null,
    service: said.service ?? null,
    serviceId: said.service === undefined ? null : known.serviceOf(said.service, null),
    locationId: id(said.location),
    shipBy: said.shipBy ?? null,
    replacementOf: id(said.replaces),
    splitFrom: id(said.splitFrom),
    mergedInto: id(said.mergedInto),
    saidAt: latest(news(statements)) ?? new Date(0),
  };
}

/** When something new was said: a file that was touched, and says what it said before, is no news. */
function news(statements: readonly Kept[]): readonly Date[] {
  if (statements.length < 2) return statements.map(({ versionAt }) => versionAt);
  const last = new Map<string, string>();
  return statements.flatMap(({ source, facet, hash, versionAt }) => {
    const about = JSON.stringify([source, facet]);
    const isAgain = last.get(about) === hash;
    last.set(about, hash);
    return isAgain ? [] : [versionAt];
  });
}

/** The latest number, as it was first spelt: a file that leaves out its sign renames nothing. */
function numberOf(statements: readonly Kept[]): string | null {
  const told = statements.flatMap(({ order }) => order.number ?? []);
  const last = told.at(-1);
  return last === undefined ? null : (told.find((one) => numberKey(one) === numberKey(last)) ?? last);
}

/** A field that is there without a value says nothing. */
function withoutGaps(header: HeaderSaid | undefined) {
  return Object.fromEntries(Object.entries(header ?? {}).filter(([, value]) => value !== undefined));
}
