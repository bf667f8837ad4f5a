import { z } from 'zod';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Action } from '../tokens/action.ts';
import type { Permission } from '../tokens/permission.ts';
import { type FormView, type OpenForm, type Reply, redrawing } from '../tokens/reply.ts';
import type { ClickHandler } from './click.ts';

export interface FormDeclaration<Carried extends z.ZodType, Fields extends z.ZodObject> {
  /** `<feature>.<what>`; becomes Slack's callback_id. */
  readonly id: string;
  readonly version: number;
  /** The permission to do what the form asks for: whoever lacks it is refused before the form opens. */
  readonly permission: Permission;
  /** What the form is about: ids only, kept by Slack while it is open. At most 1,400 characters of JSON. */
  readonly carries: Carried;
  /**
   * What people fill in, by the name of each input. An input that is left empty is null; where several can be picked,
   * an empty list. The sentence of an error is shown beside the input as it stands.
   */
  readonly fields: Fields;
}

/**
 * A modal, declared once: a view gives each of its fields an input (`formView`) and the handler reads them (`takes`).
 * `Entered` is what the inputs give, `Values` what the handler reads of it.
 */
export interface Form<Carried, Values, Entered = unknown> {
  readonly id: string;
  readonly version: number;
  readonly permission: Permission;
  readonly carries: z.ZodType<Carried>;
  readonly fields: z.ZodType<Values>;
  /** The shape of each field by its name. */
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** Never there: ties the form to what its inputs have to give. */
  readonly entered?: Entered;
  /** What a handler replies with, by `asking`, to have it opened. */
  open(carried: Carried, view: FormView): OpenForm;
}

/** Slack keeps 3,000 characters for us; it is written into JSON once more, with where the form was opened. */
const maxCarriedLength = 1_400;

export function defineForm<Carried extends z.ZodType, Fields extends z.ZodObject>(
  declaration: FormDeclaration<Carried, Fields>,
): Form<z.output<Carried>, z.output<Fields>, z.input<Fields>> {
  const { id, version, permission } = declaration;
  return {
    id,
    version,
    permission,
    carries: declaration.carries as unknown as z.ZodType<z.output<Carried>>,
    fields: declaration.fields as unknown as z.ZodType<z.output<Fields>>,
    shape: declaration.fields.shape as unknown as Readonly<Record<string, z.ZodType>>,
    open(carried, view) {
      if (view.form !== id) throw new Error(`${id} cannot be opened with the view of ${view.form}.`);
      const text = JSON.stringify({ v: version, ...(carried as object) });
      if (text.length > maxCarriedLength) throw new Error(`${id} carries ${text.length} characters.`);
      return { id, permission, carried: text, view };
    },
  };
}

/** The error of each input, by its name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Who answers a form that was sent. Build it with `takes`. */
export interface FormHandler {
  readonly id: string;
  readonly permission: Permission;
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
    permission: form.permission,
    async submit(ctx, text, given) {
      const carried = readCarried(form, text);
      if (carried === null) return null;
      const parsed = form.fields.safeParse({ ...nothingIn(form), ...(given as object) });
      if (!parsed.success) return { errors: errorsOf(parsed.error) };
      return { reply: await run(ctx, carried.value, parsed.data) };
    },
  };
}

/** What has been filled in so far. */
export interface Underway<Carried, Values> {
  readonly carried: Carried;
  /** What is empty, or does not fit yet, is left out. */
  readonly entered: Partial<Values>;
}

/**
 * What answers a button in the form itself: the form is drawn anew. What people typed stays where an input keeps its
 * name; an `initial` value does not replace it.
 */
export function redraws<Value, Carried, Values, Entered>(
  form: Form<Carried, Values, Entered>,
  action: Action<Value>,
  run: (ctx: Context, value: Value, underway: Underway<Carried, Values>) => Promise<OpenForm>,
): ClickHandler {
  return {
    action: action as unknown as Action<never>,
    async handle(ctx, text, opened) {
      const value = action.decode(text);
      const carried = opened?.id === form.id ? readCarried(form, opened.carried) : null;
      if (value === null || !opened || !carried) return null;
      const entered = Object.entries(form.shape).flatMap(([field, shape]) => {
        const parsed = shape.safeParse(opened.entered[field] ?? null);
        return parsed.success && parsed.data !== null ? [[field, parsed.data] as const] : [];
      });
      // Each value was read by the shape of its own field.
      const values = Object.fromEntries(entered) as Partial<Values>;
      return redrawing(await run(ctx, value, { carried: carried.value, entered: values }));
    },
  };
}

/** A field that the view gave no input is left empty. */
function nothingIn({ shape }: Pick<Form<unknown, unknown>, 'shape'>): Readonly<Record<string, null>> {
  return Object.fromEntries(Object.keys(shape).map((field) => [field, null]));
}

export function readCarried<Carried>(
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
