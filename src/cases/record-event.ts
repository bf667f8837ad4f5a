import type { MutationContext } from '../core/runtime/context.ts';
import type { Effects } from '../core/runtime/effects.ts';
import type { ShownCases } from './case-kind.ts';
import type { NewEvent } from './model.ts';

export type Recorded = Required<Pick<Effects, 'changes' | 'notifications'>>;

/**
 * Records an event and shows it: every card is brought up to date, the thread gets a line, and whoever is told reads a
 * direct message. An edit notifies nobody, nor does a line but those who follow the thread: whoever is to act is
 * mentioned or told.
 */
export async function recordEvent<Shown extends { readonly id: string }, Event extends string>(
  ctx: MutationContext,
  kind: ShownCases<Shown, Event>,
  shown: Shown,
  event: NewEvent<Event>,
): Promise<Recorded> {
  const { id: caseId } = shown;
  const { what, before = {}, after = {}, note = null, mentions = [], tells = [] } = event;
  const { actor } = ctx;
  const id = ctx.ids.uuid(ctx.now);
  await kind.append(ctx.tx, {
    id,
    caseId,
    what,
    at: ctx.now,
    actorKind: actor.kind,
    connector: actor.kind === 'connector' ? actor.name : null,
    personId: actor.kind === 'person' ? actor.id : null,
    before,
    after,
    note,
  });
  // Here and not among the effects: of some forty callers none can lose it.
  ctx.pending.facts.push(...kind.facts.changed([caseId]));
  const somebody = kind.ownerOf(shown);
  const owner = somebody?.active ? { owner: somebody.slackUserId } : {};
  const teller = event.toldBy ? { owner: event.toldBy } : owner;
  const { cards, lines } = kind.placesOf(shown);
  // The line names the actor: a mention would repeat the name.
  const mentioned = mentions.filter((user) => actor.kind !== 'person' || user !== actor.slackUserId);
  const under = {
    ...owner,
    under: { kind: kind.card, subject: caseId },
    broadcast: event.broadcast ?? false,
  };
  return {
    changes: [{ subject: { kind: kind.table.name, id: caseId }, before, after, reason: what }],
    notifications: [
      ...cards.map((place) => kind.card.about(caseId, place, {}, owner)),
      ...(event.quiet ? [] : lines).map((place) =>
        kind.line(id, place, { caseId, mentions: mentioned }, under),
      ),
      ...[...new Set(tells)].map((user) => kind.told(id, user, caseId, teller)),
    ],
  };
}
