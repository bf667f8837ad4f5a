import type { Context, MutationContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Effects } from '../runtime/effects.ts';
import type { NotificationKind } from '../tokens/notification.ts';
import type { Message } from '../tokens/reply.ts';

/** The message to draw. */
export interface Said<Facts> {
  readonly subject: string;
  /** The Slack channel or user it goes to. */
  readonly place: string;
  readonly facts: Facts;
}

/** How a message ended: `sent`; `failed`: Slack or we refused it for good; `expired`: no longer worth sending. */
export type Ending = 'sent' | 'failed' | 'expired';

/** Draws a kind of notification. Build it with `draws`. */
export interface Drawing {
  readonly kind: NotificationKind;
  /** Reads the subject as it is now. Null: the message is no longer needed. */
  draw(ctx: Context, said: Said<unknown>): Promise<Message | null>;
  /** Called once, when the message was first sent or never will be; in the transaction that records it. */
  readonly ended?: (ctx: MutationContext, said: Said<unknown>, ending: Ending) => Promise<Effects>;
}

export function draws<Facts>(
  kind: NotificationKind<Facts>,
  draw: (ctx: Context, said: Said<Facts>) => Promise<Message | null>,
  ended?: (ctx: MutationContext, said: Said<Facts>, ending: Ending) => Promise<Effects>,
): Drawing {
  const read = (said: Said<unknown>): Said<Facts> => ({ ...said, facts: kind.facts.parse(said.facts) });
  return {
    kind: kind as unknown as NotificationKind,
    draw: async (ctx, said) => await draw(ctx, read(said)),
    ...(ended && { ended: async (ctx, said, ending) => await ended(ctx, read(said), ending) }),
  };
}

export function drawingOf({ engine }: Context, kind: string): Drawing | undefined {
  return engine.contributions.of(drawings).find((drawing) => drawing.kind.id === kind);
}

/** The drawing of each kind of notification. */
export const drawings = contribution<Drawing>('drawings');
