import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { requestApproval } from '../../approvals/index.ts';
import { businessDay } from '../card/demand-rules.ts';
import { cardByCode } from '../card/find-by-code.ts';
import type { StockCard } from '../card/rules.ts';
import { findCard } from '../card/store.ts';
import { findChange } from '../outside/store.ts';
import { adjustStock } from '../permissions.ts';
import { adjustmentKind, readAdjustment } from './kind.ts';
import { adjustSentences, changeSentences } from './refusals.ts';
import { adjustCauses, readAdjustLine, whyNotAdjust, whyNotChange } from './rules.ts';
import { listLocations, type Place } from './store.ts';

/** Reads a typed line or a pressed button as a draft, and says what is missing. */
export const draftAdjustment = query({
  name: 'stock.draft-adjustment',
  permission: adjustStock,
  input: z.union([z.object({ words: z.array(z.string()).min(1) }), z.object({ sku: z.uuid() })]),
  async run(ctx, input) {
    const line = readAdjustLine('words' in input ? input.words : []);
    const card =
      'sku' in input
        ? await findCard(ctx.scope, input.sku, businessDay(ctx))
        : await cardByCode(ctx, line.code ?? '', 'Look it up with `/stock`, and press Adjust on its card.');
    if (!card) throw new Refusal('not-found', 'That SKU is no longer in the catalogue.');
    if (line.quantity === 0) throw atChange(changeSentences.zero({ quantity: 0, cause: 'correction' }));
    if (line.isPartial)
      throw new Refusal('invalid', 'Stock is counted in whole units: -3 takes three away, +3 adds three.');
    if (line.unsigned && line.quantity !== null)
      throw new Refusal('invalid', `Add a sign: +${line.quantity} adds, -${line.quantity} takes away.`);
    // A closed location is offered as long as there is something to take away.
    const places = (await listLocations(ctx.scope)).filter(
      ({ active, code }) =>
        active || card.locations.some((level) => level.code === code && level.available > 0),
    );
    if (places.length === 0)
      throw new Refusal('invalid', 'There is no location to adjust it in.', {
        next: '`/ops location add` adds one.',
      });
    const { place, note, isNear } = readPlace(line.rest, places);
    return {
      sku: { id: card.id, code: card.code, title: card.title },
      locations: places.map(({ id, code, name, kind, record }) => ({
        id,
        name,
        outside: record === 'outside' ? kind : null,
        isThere: card.locations.some((level) => level.code === code),
        available: card.locations.find((level) => level.code === code)?.available ?? 0,
      })),
      locationId: place?.id ?? usualPlace(card, places),
      quantity: line.quantity,
      cause: line.cause,
      note,
      unsure: line.unsure || isNear,
    };
  },
});

/** Requests a correction; within the policy it happens at once. */
export const adjust = mutation({
  name: 'stock.adjust',
  permission: adjustStock,
  input: z.object({
    sku: z.uuid(),
    location: z.uuid(),
    quantity: z.int(),
    cause: z.enum(adjustCauses),
    note: z.string().max(500, '500 characters at most.').nullable(),
  }),
  async run(ctx, { sku, location, quantity, cause, note }) {
    const request = { skuId: sku, locationId: location, quantity, cause };
    const senseless = whyNotChange(request);
    if (senseless) throw atChange(changeSentences[senseless](request));
    const { facts } = await readAdjustment(ctx, request);
    const no = whyNotAdjust(request, facts);
    if (no) throw atChange(adjustSentences[no](request, facts));
    const asked = await requestApproval.call(ctx, { ...adjustmentKind.of(request), why: note });
    const change = asked.state === 'done' ? await findChange(ctx.tx, asked.id) : null;
    return { result: { ...asked, request, facts, task: change?.issueId ?? null }, changes: [] };
  },
});

function atChange(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { fields: { change: sentence } });
}

/**
 * Reads the location: the first word, by code or name, or the last one, by its code. Any other word belongs to the note, whatever it means. `isNear`: the
 * first word is a slip of the keys away from a location.
 */
function readPlace(rest: readonly string[], places: readonly Place[]) {
  const [first = '', ...after] = rest;
  const last = rest.at(-1)?.toLowerCase();
  const word = first.toLowerCase();
  const names = places.flatMap((place) =>
    [place.code, place.name].map((name) => ({ place, name: name.toLowerCase() })),
  );
  const named = names.find(({ name }) => name === word);
  const namedLast = named ? undefined : names.find(({ place }) => place.code.toLowerCase() === last);
  const isNear =
    named === undefined &&
    word.length > 2 &&
    names.some(({ name }) => distance(name, word) <= slip(name, word));
  if (namedLast) return { place: namedLast.place, note: rest.slice(0, -1).join(' '), isNear };
  return { place: named?.place, note: (named ? after : rest).join(' '), isNear };
}

/** Two letters in the wrong order are two changes. */
const slip = (name: string, word: string) =>
  [...name].sort().join('') === [...word].sort().join('') ? 2 : 1;

/** The location to assume: the only one, or the only one with units. */
function usualPlace(card: StockCard, places: readonly Place[]): string | null {
  const [only] = card.locations.length > 0 ? card.locations : places;
  if (!only || (card.locations.length || places.length) !== 1) return null;
  return places.find(({ code }) => code === only.code)?.id ?? null;
}
