import { holds } from '../runtime/actor.ts';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Choice } from '../tokens/choice.ts';
import { finders } from './finder.ts';
import { type Form, readCarried } from './form.ts';

/** Suggests choices to a person who types into a `searchInput`. Build it with `suggests`. */
export interface Suggester {
  readonly form: string;
  readonly field: string;
  /** Null: a version of the form that we no longer read. */
  suggest(ctx: Context, carried: string, typed: string): Promise<readonly Choice[] | null>;
}

/**
 * Runs at each pause in typing, so `run` should read little; it calls operations, which check the person's rights.
 * Slack shows the first hundred, and nothing after a refusal or two seconds.
 */
export function suggests<Carried, Values, Entered>(
  form: Form<Carried, Values, Entered>,
  field: keyof Entered & string,
  run: (ctx: Context, typed: string, carried: Carried) => Promise<readonly Choice[]>,
): Suggester {
  return {
    form: form.id,
    field,
    async suggest(ctx, text, typed) {
      const carried = readCarried(form, text);
      return carried && (await run(ctx, typed.trim(), carried.value));
    },
  };
}

/** Suggests things that "find anything" finds of one kind, such as `SKU`, within the person's rights. */
export function suggestsFound<Carried, Values, Entered>(
  form: Form<Carried, Values, Entered>,
  field: keyof Entered & string,
  kind: string,
): Suggester {
  return suggests(form, field, async (ctx, typed) => {
    const finder = ctx.engine.contributions.of(finders).find((one) => one.kind === kind);
    if (!finder) throw new Error(`${form.id} suggests ${kind}, and no feature finds it.`);
    if (!holds(ctx.actor, finder.permission)) return [];
    const found = await finder.find(ctx, typed);
    return found.map(({ id, title }) => ({ value: id, label: title }));
  });
}

/** The choices that have, for each typed word, a word beginning with it; in their order. */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  return choices.filter(({ label }) => {
    const own = words(label);
    return words(typed).every((word) => own.some((one) => one.startsWith(word)));
  });
}

/** Suggestions in the searches of forms. */
export const suggestions = contribution<Suggester>('suggestions');
