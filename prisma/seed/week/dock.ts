import { createHash } from 'node:crypto';
import type { Tx } from '../../../src/core/runtime/database.ts';
import { writes } from '../../../src/db/scope.ts';
import type { Settings } from '../../../src/features/orders/keeping/settings.ts';
import { colleagues } from '../../../src/features/people/index.ts';
import { slackUsers } from '../people.ts';
import { type Moments, momentsOf } from './moments.ts';

export interface Place extends Moments {
  readonly id: string;
  readonly code: string;
  readonly timeZone: string;
  /** Who takes its parcels, and what reads its scans. */
  readonly carrier: string;
  readonly service: string | null;
  readonly tracking: readonly [before: string, after: string];
  readonly system: string;
}

export interface Goods {
  readonly code: string;
  readonly title: string;
  readonly priceMinor: bigint;
}

/** What the orders of the week are told of. */
export interface Dock {
  place(code: keyof typeof ways): Place;
  /** By the location's id. */
  placeOf(id: string | undefined): Place;
  goods(code: string): Goods;
  /** What a location has on its shelf, by chance: the same for the same key. What sells best comes most. */
  onShelf(code: keyof typeof ways, key: string): Goods;
  /** The id of one of the sample's people. */
  person(who: keyof typeof slackUsers): string;
}

const ways = {
  HAM: { carrier: 'DHL', service: 'Paket', tracking: ['003404342921', '001'], system: 'WMS' },
  ROT: { carrier: 'PostNL', service: 'Pakket', tracking: ['3SHHHL', '88'], system: '3PL' },
  NYC: { carrier: 'UPS', service: 'Ground', tracking: ['1ZHH7R4203', '001'], system: 'tills' },
  AMZ: { carrier: 'Amazon Logistics', service: null, tracking: ['DE20', '01'], system: 'Amazon FBA' },
} as const;

/** A whole number from 0 to n - 1, derived from the key alone. */
export function rollOf(key: string, n: number): number {
  return Number.parseInt(createHash('md5').update(key).digest('hex').slice(0, 7), 16) % n;
}

export async function dockOf(tx: Tx, { shop }: Settings, morning: Date): Promise<Dock> {
  const client = writes(tx);
  const { workspaceId } = tx;
  const locations = await client.location.findMany({ where: { workspaceId } });
  const places = new Map(
    locations.map(({ id, code, timeZone }): [string, Place] => [
      code,
      { id, code, timeZone, ...ways[code as keyof typeof ways], ...momentsOf(shop, id, morning) },
    ]),
  );
  const shelves = await client.$queryRaw<(Goods & { location: string | null })[]>`
    SELECT s.code, s.title, s.price_minor AS "priceMinor", l.code AS location
    FROM sku s CROSS JOIN LATERAL (SELECT substr(s.barcode, 7, 6)::int / 7 - 142 AS i) AS n
    JOIN location l ON l.workspace_id = s.workspace_id
      AND (l.code = 'HAM' OR (l.code = 'ROT' AND i % 2 = 0) OR (l.code = 'NYC' AND i % 3 = 0) OR (l.code = 'AMZ' AND i % 5 < 3))
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.source = 'seed' AND i % 29 <> 7 ORDER BY i`;
  const all = await client.sku.findMany({ where: { workspaceId, source: 'seed' } });
  const catalog = new Map(
    all.map(({ code, title, priceMinor }) => [code, { code, title, priceMinor: priceMinor ?? 0n }]),
  );
  const people = new Map((await colleagues(tx)).map((one) => [one.slackUserId, one.id]));
  return {
    place: (code) => found(places.get(code), code),
    placeOf: (id) =>
      found(
        [...places.values()].find((one) => one.id === id),
        `location ${id}`,
      ),
    goods: (code) => found(catalog.get(code), code),
    onShelf(code, key) {
      const shelf = shelves.filter(({ location }) => location === code);
      const rank = Math.floor((rollOf(key, 10_000) / 10_000) ** 2 * shelf.length);
      return found(shelf[rank], key);
    },
    person: (who) => found(people.get(slackUsers[who]), who),
  };
}

function found<One>(one: One | undefined, name: string): One {
  if (one === undefined) throw new Error(`The sample shop has no ${name}.`);
  return one;
}
