import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { takes } from '../../../core/declare/form.ts';
import { matching, suggests } from '../../../core/declare/suggestion.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asking, type Message, privately, type Reply } from '../../../core/tokens/reply.ts';
import { adjustSku } from '../card/actions.ts';
import { adjustStock } from '../permissions.ts';
import { adjust, draftAdjustment } from './adjust.ts';
import { adjustForm } from './forms.ts';
import { adjusted, adjustFormView, adjustInWords, locationChoices, outsideInWords } from './views.ts';

type Draft = Awaited<ReturnType<typeof draftAdjustment.call>>;

/** Asks for the missing parts of a line. */
function askingFor({ sku, ...draft }: Draft, instead: Message = adjustInWords(sku.code)): Reply {
  const view = adjustFormView({ ...sku, ...draft });
  return asking(adjustForm.open({ sku: sku.id }, view), instead);
}

async function adjusting(ctx: Context, draft: Draft): Promise<Reply> {
  const { sku, locationId, quantity, cause, note, unsure } = draft;
  if (unsure || locationId === null || quantity === null || cause === null) return askingFor(draft);
  // Nothing is sent before its person has read that it becomes a task.
  const place = draft.locations.find(({ id }) => id === locationId);
  if (place && place.outside !== null) return askingFor(draft, outsideInWords(sku.id, place, quantity));
  const line = { sku: sku.id, location: locationId, quantity, cause, note: note === '' ? null : note };
  return privately(adjusted(await adjust.call(ctx, line)));
}

export const adjustVerbs: readonly Verb[] = [
  {
    command: 'stock',
    name: 'adjust',
    usage: '<SKU> [<change> <cause>] [<location>] [<note>]',
    summary: 'correct the quantity; above the limits it needs approval',
    examples: [
      '/stock adjust MUG-01 -1 damaged',
      '/stock adjust MUG-01 +3 found HAM',
      '/stock adjust MUG-01',
    ],
    permission: adjustStock,
    takes: 'words',
    answer: async (ctx, words) =>
      await adjusting(ctx, await draftAdjustment.call(ctx, { words: [...words.list] })),
  },
];

export const adjustClicks = [
  answers(adjustSku, async (ctx, { sku }) => askingFor(await draftAdjustment.call(ctx, { sku }))),
];

export const adjustForms = [
  takes(adjustForm, async (ctx, { sku }, { location, change, cause, note }) =>
    privately(adjusted(await adjust.call(ctx, { sku, location, quantity: change, cause, note }))),
  ),
];

export const adjustSuggestions = [
  suggests(adjustForm, 'location', async (ctx, typed, { sku }) => {
    const { locations } = await draftAdjustment.call(ctx, { sku });
    return matching(locationChoices(locations), typed);
  }),
];
