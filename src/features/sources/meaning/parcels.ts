import { cleanName, cut } from '../../../core/text/clean.ts';
import { postcodeArea } from '../../../core/text/postcode.ts';
import { isUsualYear } from '../../../core/time/usual-year.ts';
import { longestReason, type ShipmentStatement } from '../../shipments/index.ts';

// What those who collect carriers' scans tell alike.

export type ShipmentEvent = ShipmentStatement['events'][number];
type About = ShipmentStatement['about'];
/** What a code of a carrier means, in our words. */
export type Meant = Pick<ShipmentEvent, 'status' | 'reason'>;

const longestText = 200;
const longestName = 100;
const longestCode = 200;
const longestRegion = 40;

type Text = string | null | undefined;

/** A carrier, a service or a city; null: nothing is said. */
export function nameSaid(text: Text): string | null {
  return text ? cleanName(text, longestName) || null : null;
}

/** `country`: an ISO 3166-1 code of two letters; anything else is none. */
export function placeSaid(said: { readonly city?: Text; readonly region?: Text; readonly country?: Text }) {
  const region = said.region ? cleanName(said.region, longestRegion) || null : null;
  const country = /^[A-Za-z]{2}$/.test(said.country ?? '') ? (said.country?.toUpperCase() ?? null) : null;
  const place = { city: nameSaid(said.city), region, country };
  return place.city || place.region || place.country ? place : null;
}

/** Where a parcel comes from, or goes: of its postcode no more than a lane needs. */
export function endSaid({
  postcode,
  ...said
}: Parameters<typeof placeSaid>[0] & { readonly postcode?: Text }) {
  const place = placeSaid(said);
  const area = postcodeArea(postcode);
  return place && { ...place, ...(area && { area }) };
}

/** `meant`: null, nobody here knows the code. `reason`: told beside the code. */
export function scanEvent({
  key = null,
  meant,
  code,
  reason = null,
  reasonSaid = null,
  text = null,
  ...scan
}: Pick<ShipmentEvent, 'at' | 'place'> & {
  readonly key?: string | null;
  readonly meant: Meant | null;
  readonly code: string;
  readonly reason?: Meant['reason'];
  /** A reason that nobody here knows. */
  readonly reasonSaid?: Text;
  readonly text?: Text;
}): ShipmentEvent {
  // Who says that they know nothing says no code that somebody here has to learn.
  const saysNothing = meant?.status === 'unknown';
  const known = meant?.reason ?? reason;
  const unknown = known === null && reasonSaid ? cleanName(reasonSaid, longestReason) : '';
  return {
    ...scan,
    key,
    status: meant?.status ?? 'unknown',
    reason: known,
    ...(unknown && { reasonCode: unknown }),
    code: saysNothing ? null : cut(code, longestCode),
    text: text ? cleanName(text, longestText) || null : null,
    lifts: false,
  };
}

/** What was said of a parcel at all. A day that no parcel comes on is none: some write 9999 where they know nothing. */
export function aboutOf(
  said: {
    readonly [What in keyof About]?: About[What] | null | undefined;
  },
): About {
  const { estimate, promise, ...rest } = said;
  const all = { ...rest, estimate: usual(estimate), promise: usual(promise) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value != null)) as About;
}

function usual(said: About['estimate'] | null): About['estimate'] | null {
  if (!said) return null;
  return isUsualYear(said.kind === 'date' ? new Date(`${said.on}T00:00:00Z`) : said.at) ? said : null;
}
