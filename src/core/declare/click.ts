import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Action } from '../tokens/action.ts';
import type { OpenedForm, Reply } from '../tokens/reply.ts';

/** Handles a button. Build it with `answers`. */
export interface ClickHandler {
  readonly action: Action<never>;
  /**
   * `form`: the open form that contains the button, if any. Null: a kind or version of button that we no longer read,
   * or a button in the wrong place.
   */
  handle(ctx: Context, value: string, form: OpenedForm | null): Promise<Reply | null>;
}

export function answers<Value>(
  action: Action<Value>,
  run: (ctx: Context, value: Value) => Promise<Reply>,
): ClickHandler {
  return {
    action: action as unknown as Action<never>,
    async handle(ctx, text) {
      const value = action.decode(text);
      return value === null ? null : await run(ctx, value);
    },
  };
}

/** Handlers of buttons. */
export const clicks = contribution<ClickHandler>('clicks');
