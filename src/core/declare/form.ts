import { z } from 'zod';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { FormView, OpenForm, Reply } from '../tokens/reply.ts';

export interface FormDeclaration<Carried extends z.ZodType, Fields extends z.ZodType> {
  /** `<feature>.<what>`; becomes Slack's callback_id. */
  readonly id: string;
  readonly version: number;
  /** What the form is about: ids only, kept by Slack while it is open. At most 1,400 characters of JSON. */
  readonly carries: Carried;
  /**
   * What people fill in, by the name of each input. An input that is left empty is null; its error stands beside it.
   * The sentence of an error is shown as it stands.
   */
  readonly fields: Fields;
}

/** A modal, declared once: a view draws its inputs and the handler reads them; both go by the same names. */
export interface Form<Carried, Values> {
  readonly id: string;
  /** What a handler replies with, by `asking`, to have it opened. */
  open(carried: Carried, view: FormView): OpenForm;
  readonly version: number;
  readonly carries: z.ZodType<Carried>;
  readonly fields: z.ZodType<Values>;
}

/** Slack keeps 3,000 characters for us; it is written into JSON once more, with where the form was opened. */
const maxCarriedLength = 1_400;

export function defineForm<Carried extends z.ZodType, Fields extends z.ZodType>(
  declaration: FormDeclaration<Carried, Fields>,
): Form<z.output<Carried>, z.output<Fields>> {
  const { id, version } = declaration;
  return {
    id,
    version,
    carries: declaration.carries as unknown as z.ZodType<z.output<Carried>>,
    fields: declaration.fields as unknown as z.ZodType<z.output<Fields>>,
    open(carried, view) {
      const text = JSON.stringify({ v: version, ...(carried as object) });
      if (text.length > maxCarriedLength) throw new Error(`${id} carries ${text.length} characters.`);
      return { id, carried: text, view };
    },
  };
}

/** The error of each input, by its name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Who answers a form that was sent. Build it with `takes`. */
export interface FormHandler {
  readonly id: string;
  /** Null: the form is of a version we no longer read. Else the errors, or what came of it. */
  submit(
    ctx: Context,
    carried: string,
    values: unknown,
  ): Promise<{ readonly errors: FieldErrors } | { readonly reply: Reply } | null>;
}

/** `run` may throw a `Refusal` with `fields`: each sentence is shown beside its input. */
export function takes<Carried, Values>(
  form: Form<Carried, Values>,
  run: (ctx: Context, carried: Carried, values: Values) => Promise<Reply>,
): FormHandler {
  return {
    id: form.id,
    async submit(ctx, text, given) {
      const carried = readCarried(form, text);
      if (carried === null) return null;
      const parsed = form.fields.safeParse(given);
      if (!parsed.success) return { errors: errorsOf(parsed.error) };
      return { reply: await run(ctx, carried.value, parsed.data) };
    },
  };
}

function readCarried<Carried>(
  form: Pick<Form<Carried, unknown>, 'version' | 'carries'>,
  text: string,
): { value: Carried } | null {
  try {
    const { v, ...rest } = JSON.parse(text) as { v?: number };
    const parsed = v === form.version ? form.carries.safeParse(rest) : null;
    return parsed?.success ? { value: parsed.data } : null;
  } catch {
    return null;
  }
}

function errorsOf(error: z.ZodError): FieldErrors {
  const { fieldErrors } = z.flattenError(error);
  return Object.fromEntries(
    Object.entries(fieldErrors as Record<string, string[] | undefined>).map(([field, sentences]) => [
      field,
      sentences?.[0] ?? 'That does not fit.',
    ]),
  );
}

/** Who answers the forms. */
export const forms = contribution<FormHandler>('forms');
