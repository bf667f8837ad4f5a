import { z } from 'zod';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import { inputWords } from '../runtime/input-words.ts';
import type { Action } from '../tokens/action.ts';
import { readJson } from '../tokens/carried.ts';
import type { Permission } from '../tokens/permission.ts';
import { type FormView, type OpenForm, type Reply, redrawing } from '../tokens/reply.ts';
import type { ClickHandler } from './click.ts';

export interface FormDeclaration<Carried extends z.ZodType, Fields extends z.ZodObject> {
  /** `<feature>.<what>`; becomes Slack's callback_id. */
  readonly id: string;
  /**
   * Raise it with each new field: a form that was open before lacks the field, and would be read as if it had been left
   * empty.
   */
  readonly version: number;
  /** The permission behind the form: a person without it is refused before the form opens. */
  readonly permission: Permission;
  /** The form's subject: ids only, kept by Slack while it is open. At most 1,400 characters of JSON. */
  readonly carries: Carried;
  /**
   * The inputs by name. An empty input gives null, or an empty list where several can be picked. An error's sentence
   * appears as it is beside its input.
   */
  readonly fields: Fields;
  /** What is entered holds a secret: it is written down sealed. */
  readonly secret?: true;
}

/**
 * A modal, declared once: a view gives each field an input (`formView`) and the handler reads them (`takes`). `Entered`
 * is what the inputs give, `Values` what the handler gets after validation.
 */
export interface Form<Carried, Values, Entered = unknown> {
  readonly id: string;
  readonly version: number;
  readonly permission: Permission;
  readonly secret: boolean;
  readonly carries: z.ZodType<Carried>;
  readonly fields: z.ZodType<Values>;
  /** The shape of each field by its name. */
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** Never present: a type-only link to the values of the inputs. */
  readonly entered?: Entered;
  /** The form to open; a handler replies with it by `asking`. */
  open(carried: Carried, view: FormView): OpenForm;
}

/** Slack keeps 3,000 characters for us; this part is encoded as JSON once more, together with the channel. */
const maxCarriedLength = 1_400;

export function defineForm<Carried extends z.ZodType, Fields extends z.ZodObject>(
  declaration: FormDeclaration<Carried, Fields>,
): Form<z.output<Carried>, z.output<Fields>, z.input<Fields>> {
  const { id, version, permission } = declaration;
  return {
    id,
    version,
    permission,
    secret: declaration.secret ?? false,
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

/** Handles a submitted form. Build it with `takes`. */
export interface FormHandler {
  readonly id: string;
  readonly permission: Permission;
  /** What is entered is written down sealed. */
  readonly secret: boolean;
  /** Null: a version of the form that we no longer read. Else the errors, or the outcome. */
  submit(
    ctx: Context,
    carried: string,
    values: unknown,
  ): Promise<{ readonly errors: FieldErrors } | { readonly reply: Reply } | null>;
}

/** `run` may throw a `Refusal` with `fields`: each sentence appears beside its input. */
export function takes<Carried, Values>(
  form: Form<Carried, Values>,
  run: (ctx: Context, carried: Carried, values: Values) => Promise<Reply>,
): FormHandler {
  return {
    id: form.id,
    permission: form.permission,
    secret: form.secret,
    async submit(ctx, text, given) {
      const carried = readCarried(form, text);
      if (carried === null) return null;
      const parsed = form.fields.safeParse(
        { ...nothingIn(form), ...(given as object) },
        { error: inputWords },
      );
      if (!parsed.success) return { errors: errorsOf(parsed.error) };
      return { reply: await run(ctx, carried.value, parsed.data) };
    },
  };
}

/** A form as filled in so far. */
export interface Underway<Carried, Values> {
  readonly carried: Carried;
  /** Without empty and invalid inputs. */
  readonly entered: Partial<Values>;
}

/**
 * Handles a button inside an open form by redrawing the form. Inputs keep their typed values by name; an `initial`
 * value does not replace them.
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
      // The shape of its own field has read each value.
      const values = Object.fromEntries(entered) as Partial<Values>;
      return redrawing(await run(ctx, value, { carried: carried.value, entered: values }));
    },
  };
}

/** A field without an input in the view counts as empty. */
function nothingIn({ shape }: Pick<Form<unknown, unknown>, 'shape'>): Readonly<Record<string, null>> {
  return Object.fromEntries(Object.keys(shape).map((field) => [field, null]));
}

export function readCarried<Carried>(
  form: Pick<Form<Carried, unknown>, 'version' | 'carries'>,
  text: string,
): { value: Carried } | null {
  const found = readJson(text);
  if (typeof found !== 'object' || found === null) return null;
  const { v, ...rest } = found as { v?: unknown };
  const parsed = v === form.version ? form.carries.safeParse(rest) : null;
  return parsed?.success ? { value: parsed.data } : null;
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

/** Handlers of forms. */
export const forms = contribution<FormHandler>('forms');
