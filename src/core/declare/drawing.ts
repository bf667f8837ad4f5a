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

/**
 * How a message ended: `sent`; `failed`: Slack or we refused it for good; `in doubt`: Slack may have it, and it is not said again;
 * `expired`: no longer worth sending.
 */
export type Ending = 'sent' | 'failed' | 'in doubt' | 'expired';

/** Draws a kind of notification. Build it with `draws`. */
export interface Drawing {
  readonly kind: NotificationKind;
  /** Reads the subject as it is now. Null: the message is no longer needed. */
  draw(ctx: Context, said: Said<unknown>): Promise<Message | null>;
  /** Called once, when the message was first sent or never will be; in the transaction that records it. */
  readonly ended?: (ctx: MutationContext, said: Said<unknown>, ending: Ending) => Promise<Effects>;
  /**
   * Called when Slack refuses what a first post is made of, such as a file that is gone; in the transaction that records
   * it. True: another message takes its place, and nobody is told of this one.
   */
  readonly refused?: (ctx: MutationContext, said: Said<unknown>) => Promise<boolean>;
  /**
   * Called before anybody is told that it cannot be delivered: true when they have been told of the same before and nothing has
   * got better since. Not asked of one in doubt: somebody has to look whether it is there.
   */
  readonly isKnown?: (ctx: MutationContext, said: Said<unknown>) => Promise<boolean>;
}

interface After<Facts> {
  readonly ended?: (ctx: MutationContext, said: Said<Facts>, ending: Ending) => Promise<Effects>;
  readonly refused?: (ctx: MutationContext, said: Said<Facts>) => Promise<boolean>;
  readonly isKnown?: (ctx: MutationContext, said: Said<Facts>) => Promise<boolean>;
}

export function draws<Facts>(
  kind: NotificationKind<Facts>,
  draw: (ctx: Context, said: Said<Facts>) => Promise<Message | null>,
  { ended, refused, isKnown }: After<Facts> = {},
): Drawing {
  const read = (said: Said<unknown>): Said<Facts> => ({ ...said, facts: kind.facts.parse(said.facts) });
  return {
    kind: kind as unknown as NotificationKind,
    draw: async (ctx, said) => await draw(ctx, read(said)),
    ...(ended && { ended: async (ctx, said, ending) => await ended(ctx, read(said), ending) }),
    ...(refused && { refused: async (ctx, said) => await refused(ctx, read(said)) }),
    ...(isKnown && { isKnown: async (ctx, said) => await isKnown(ctx, read(said)) }),
  };
}

export function drawingOf({ engine }: Context, kind: string): Drawing | undefined {
  return engine.contributions.of(drawings).find((drawing) => drawing.kind.id === kind);
}

/** The drawing of each kind of notification. */
export const drawings = contribution<Drawing>('drawings');
