import type { MutationContext, QueryContext } from '../../core/runtime/context.ts';
import type { Effects } from '../../core/runtime/effects.ts';
import type { Notification, NotificationKind } from '../../core/tokens/notification.ts';
import type { WatchRow, Where } from './model.ts';
import { demandOwn, personOf, placeFor, placesOf } from './places.ts';
import {
  beginWatch,
  countWatches,
  endWatch,
  findWatch,
  listWatches,
  lockWatches,
  noteTold,
  watchedIds,
} from './store.ts';

export interface WatchDeclaration<Thing, Facts> {
  /** `<feature>.<noun>`: the kind of thing to watch. */
  readonly kind: string;
  /** The living card, one per thing and place: edited whenever the thing changes. */
  readonly card: NotificationKind<Readonly<Record<never, never>>>;
  /** The line below the card about a crossing: an edit alone notifies nobody. */
  readonly crossing: NotificationKind<Facts>;
  /** The thing as it is now; null: it no longer exists. */
  read(ctx: QueryContext, id: string): Promise<Thing | null>;
  /** The state that crossings compare, such as "low". */
  stateOf(thing: Thing): string;
  /** Whether the change between two states is announced; others are recorded silently. */
  isCrossing(before: string, after: string): boolean;
  /** Whether a source of the thing is silent: it is neither announced nor recorded then, and once after that. */
  isPaused?(thing: Thing): boolean;
  /** The facts for the line about a crossing. */
  factsOf(id: string, thing: Thing, before: string, after: string): Facts;
}

export interface Begun extends Effects {
  readonly place: string;
  /** False: it was already watched there. */
  readonly begun: boolean;
}

/** Where a line about a watched thing goes. */
interface Below {
  readonly under: {
    readonly kind: NotificationKind<Readonly<Record<never, never>>>;
    readonly subject: string;
  };
  readonly broadcast: true;
}

/**
 * A kind of thing that can be watched. Its feature calls these functions from its own operations, which declare the
 * permission; they run in the operation's transaction and return its effects.
 */
export interface Watch<Thing> {
  /**
   * Keeps a card of the thing up to date. The caller locks the rows that the thing is read from: a change that does not
   * see the new watch must show on its first card.
   */
  begin(ctx: MutationContext, id: string, thing: Thing, where: Where): Promise<Begun>;
  /** Ends the watch and leaves the card as it is. `ended`: false when it was not watched. */
  stop(ctx: MutationContext, id: string, place: string): Promise<Effects & { readonly ended: boolean }>;
  /** The notifications for watches of things that changed in this transaction. */
  follow(ctx: MutationContext, ids: readonly string[]): Promise<readonly Notification[]>;
  /**
   * A notification for each watch of a thing, beside what `follow` tells. `below`: under its card, and broadcast.
   */
  tell(
    ctx: MutationContext,
    id: string,
    notify: (place: string, below: Below) => Notification,
  ): Promise<readonly Notification[]>;
  /** The ids of all things that somebody watches. */
  watched(ctx: QueryContext): Promise<readonly string[]>;
  /** A watch with its thing; null: one of them no longer exists. */
  find(ctx: QueryContext, id: string, place: string): Promise<{ watch: WatchRow; thing: Thing } | null>;
  /** The place of their own watch in direct messages; null: they do not watch it there. */
  ownPlace(ctx: QueryContext, id: string): Promise<string | null>;
  /** The person's watches, in their direct messages and in the channel where they ask, newest first; with the total. */
  list(ctx: QueryContext, limit: number): Promise<{ watches: readonly WatchRow[]; total: number }>;
}

/** @example the watch of SKUs, in src/features/stock/watching/sku-watch.ts */
export function defineWatch<Thing, Facts>(declaration: WatchDeclaration<Thing, Facts>): Watch<Thing> {
  const { kind, card, crossing, read, stateOf, isCrossing, isPaused = () => false, factsOf } = declaration;
  return {
    async begin(ctx, id, thing, where) {
      const person = personOf(ctx);
      const place = placeFor(ctx, where);
      const begun = await beginWatch(ctx.tx, {
        kind,
        subjectId: id,
        place,
        personId: person.id,
        state: stateOf(thing),
        now: ctx.now,
      });
      // A second request posts the card again if somebody deleted it.
      const more = { again: true, ...(begun && { owner: person.slackUserId }) };
      return {
        place,
        begun,
        changes: begun ? [changeOf(id, place, null, true)] : [],
        notifications: [card.about(id, place, {}, more)],
      };
    },
    async stop(ctx, id, place) {
      demandOwn(ctx, place);
      const ended = await endWatch(ctx.tx, kind, id, place, ctx.now);
      return {
        ended,
        changes: ended ? [changeOf(id, place, true, false)] : [],
        notifications: ended ? [card.about(id, place, {})] : [],
      };
    },
    async follow(ctx, ids) {
      const watches = await lockWatches(ctx.tx, kind, ids);
      const notifications: Notification[] = [];
      for (const id of new Set(watches.map(({ subjectId }) => subjectId))) {
        const thing = await read(ctx, id);
        if (!thing) continue;
        const after = stateOf(thing);
        for (const watch of watches.filter(({ subjectId }) => subjectId === id)) {
          const { place, toldState: before } = watch;
          notifications.push(card.about(id, place, {}));
          if (before === after || isPaused(thing)) continue;
          await noteTold(ctx.tx, kind, watch, after);
          if (!isCrossing(before, after)) continue;
          const facts = factsOf(id, thing, before, after);
          const below = { under: { kind: card, subject: id }, broadcast: true };
          notifications.push(crossing.about(ctx.ids.uuid(ctx.now), place, facts, below));
        }
      }
      return notifications;
    },
    async tell(ctx, id, notify) {
      const watches = await lockWatches(ctx.tx, kind, [id]);
      return watches.map(({ place }) =>
        notify(place, { under: { kind: card, subject: id }, broadcast: true }),
      );
    },
    watched: async (ctx) => await watchedIds(ctx.scope, kind),
    async find(ctx, id, place) {
      const watch = await findWatch(ctx.scope, kind, id, place);
      const thing = watch && (await read(ctx, id));
      return watch && thing ? { watch, thing } : null;
    },
    async ownPlace(ctx, id) {
      if (ctx.actor.kind !== 'person') return null;
      const place = placeFor(ctx, 'directly');
      const watch = await findWatch(ctx.scope, kind, id, place);
      return watch && watch.endedAt === null ? place : null;
    },
    async list(ctx, limit) {
      const places = placesOf(ctx);
      const watches = await listWatches(ctx.scope, kind, places, limit);
      const total = watches.length < limit ? watches.length : await countWatches(ctx.scope, kind, places);
      return { watches, total };
    },
  };
}

function changeOf(id: string, place: string, before: boolean | null, after: boolean) {
  return {
    subject: { kind: 'watch', id: `${id} ${place}` },
    before: before === null ? null : { watched: before },
    after: { watched: after },
  };
}
