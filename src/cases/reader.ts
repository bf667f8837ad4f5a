import type { Context } from '../core/runtime/context.ts';
import { Refusal } from '../core/runtime/refusal.ts';
import type { Reader } from '../core/time/reader.ts';
import type { ActingPerson, ActingReader } from './refusals.ts';

/** Whoever takes, asks or decides is a person: a case is between people. */
export function personOf({ actor }: Context) {
  if (actor.kind === 'person') return actor;
  throw new Refusal('not-allowed', 'Only somebody in Slack can do that.', { next: 'Do it there.' });
}

/** For answers that only the one who asks sees, now. */
export function readerOf({ actor, now }: Context): Reader {
  return { now, timeZone: actor.timeZone };
}

/** For cards and lines, which stand for days. */
export function lastingReaderOf(ctx: Context): Reader {
  return { ...readerOf(ctx), lasting: true };
}

/** For what is shared: people in several zones read it, so it has the shop's. */
export function teamReaderOf({ now, workspace }: Context): Reader {
  return { now, timeZone: workspace.timeZone };
}

/** The Slack user whose card a shared one stays; null: no person shares it. */
export function sharerOf({ actor }: Context): string | null {
  return actor.kind === 'person' ? actor.slackUserId : null;
}

/** Whoever acts, and reads why they may not. */
export function actingReaderOf(ctx: Context): ActingReader {
  return { ...readerOf(ctx), personId: ctx.actor.kind === 'person' ? ctx.actor.id : null };
}

/** The same where it has to be a person. */
export function actingPersonOf(ctx: Context): ActingPerson {
  return { ...readerOf(ctx), personId: personOf(ctx).id };
}
