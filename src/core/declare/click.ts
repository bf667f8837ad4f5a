import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Action } from '../tokens/action.ts';
import type { OpenedForm, Reply } from '../tokens/reply.ts';

/** What answers a button. Build it with `answers`. */
export interface ClickHandler {
  readonly action: Action<never>;
  /**
   * `form`: the open form in which it was pressed, if it was. Null: the button is of a kind or version we no longer
   * read, or stands where it means nothing.
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

/** Who answers the buttons. */
export const clicks = contribution<ClickHandler>('clicks');
