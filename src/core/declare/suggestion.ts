import { holds } from '../runtime/actor.ts';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Choice } from '../tokens/choice.ts';
import { finders } from './finder.ts';
import { type Form, readCarried } from './form.ts';

/** What is suggested to somebody who types into a `searchInput`. Build it with `suggests`. */
export interface Suggester {
  readonly form: string;
  readonly field: string;
  /** Null: the form is of a version we no longer read. */
  suggest(ctx: Context, carried: string, typed: string): Promise<readonly Choice[] | null>;
}

/**
 * Answers at each pause in typing, so `run` reads little; it calls operations, which ask whether the person may. Slack
 * shows the first hundred, and nothing where it is refused or takes longer than two seconds.
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

/** Suggests what "find anything" finds of a kind, such as `SKU`, to whoever may find it. */
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

/** The choices whose words begin with each word that was typed, in their order. */
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

/** What is suggested in the searches of forms. */
export const suggestions = contribution<Suggester>('suggestions');
