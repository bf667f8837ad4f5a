import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Reading } from '../card/rules.ts';
import { adjustStock } from '../permissions.ts';

/** How the person who asks reads a card. */
export function readingOf({ now, actor }: Pick<Context, 'now' | 'actor'>): Reading {
  return { now, timeZone: actor.timeZone, mayAdjust: holds(actor, adjustStock) };
}
