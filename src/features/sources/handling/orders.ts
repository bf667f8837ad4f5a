import type { MutationContext } from '../../../core/runtime/context.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { locations } from '../../locations/index.ts';
import { type OrderStatement, ourRef } from '../../orders/index.ts';
import { aheadMs } from '../meaning/meaning.ts';
import { mappedPlaces } from '../source/place-store.ts';
import { coveredBy, type Fate, type News, type Take } from './outcome.ts';

/**
 * Tells orders what was said of them, once for all of a source. Answers with what was refused; all others are done.
 */
export type TellsOrders = (
  ctx: MutationContext,
  statements: readonly OrderStatement[],
) => Promise<{ readonly refused: readonly RefusedStatement[] }>;

export interface RefusedStatement {
  /** Of the delivery that said it. */
  readonly deliveryId: string | null;
  /** Completes "It …". */
  readonly reason: string;
  /** What must come first, as it arrives; null: nothing helps. */
  readonly missing: string | null;
}

/** Takes what tells of orders; a delivery is done when all that it says was taken. */
export function takeOrders(tellOrders: TellsOrders): Take {
  return async (ctx, meant) => {
    const told = meant.flatMap(({ delivery, meaning }) =>
      meaning.is === 'orders' ? [{ delivery, statements: meaning.statements }] : [],
    );
    const fates = new Map<string, Fate>();
    if (told.length === 0) return { fates, news: [], arrived: [] };
    const latest = ctx.now.getTime() + aheadMs;
    const early = told.filter(({ statements }) => statements.every((one) => lastOf(one).getTime() <= latest));
    for (const { delivery, statements } of told) {
      const ahead = statements.map(lastOf).find((at) => at.getTime() > latest);
      if (ahead)
        fates.set(delivery.id, {
          state: 'failed',
          why: `its time, ${ahead.toISOString()}, is in the future`,
        });
    }
    if (early.length === 0) return { fates, news: [], arrived: [] };
    const all = early.flatMap(({ delivery: { kind }, statements }) =>
      statements.map((one) => ({ statement: one, isGeneric: kind === 'generic' })),
    );
    const { refused } = await tellOrders(ctx, await byOurCodes(ctx, all));
    const news: News[] = [];
    for (const { delivery, statements } of early) {
      const own = refused.filter(({ deliveryId }) => deliveryId === delivery.id);
      // What nothing helps has failed, whatever else it lacks.
      const no = own.find(({ missing }) => missing === null) ?? own[0];
      fates.set(delivery.id, no ? fateOf(no, statements) : { state: 'done' });
      if (no) continue;
      const { channel: source } = delivery;
      const at = new Date(Math.max(...statements.map(({ versionAt }) => versionAt.getTime())));
      news.push({ kind: 'orders', source, location: '', at, coversUntil: coveredBy(delivery, at) });
    }
    return { fates, news, arrived: [] };
  };
}

/** Signed JSON may name a location by our code; what its source has mapped comes before that. */
async function byOurCodes(
  { scope }: MutationContext,
  all: readonly { readonly statement: OrderStatement; readonly isGeneric: boolean }[],
): Promise<readonly OrderStatement[]> {
  const statements = all.map(({ statement }) => statement);
  const [named] = all.flatMap(({ isGeneric, statement }) =>
    isGeneric ? (statement.header?.location ?? []) : [],
  );
  if (!named) return statements;
  const mapped = new Set((await mappedPlaces(scope, named.source)).map(({ externalId }) => externalId));
  const ours = new Map((await locations(scope)).map(({ id, code }) => [codeKey(code), id]));
  return statements.map((statement) => {
    const place = statement.header?.location;
    const id = place && !mapped.has(place.externalId) ? ours.get(codeKey(place.externalId)) : undefined;
    if (id === undefined) return statement;
    return { ...statement, header: { ...statement.header, location: ourRef('location', id) } };
  });
}

/** The last moment that a statement says has been. */
function lastOf({ versionAt, header, milestones, fulfilments, refunds }: OrderStatement): Date {
  const events: readonly { readonly at: Date }[] = [milestones, fulfilments, refunds].flatMap(
    (some): readonly { readonly at: Date }[] => some ?? [],
  );
  const said = [versionAt, ...(header?.placedAt ? [header.placedAt] : []), ...events.map(({ at }) => at)];
  return new Date(said.reduce((last, at) => Math.max(last, at.getTime()), 0));
}

function fateOf({ reason, missing }: RefusedStatement, [first]: readonly OrderStatement[]): Fate {
  if (missing === null) return { state: 'failed', why: `it ${reason}` };
  return { state: 'parked', why: `order ${first?.order.external?.externalId ?? ''}`.trim(), missing };
}
