import { clicks } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { commands } from '../../core/declare/command.ts';
import { resolveCommand, verbsOf } from '../../core/declare/commands.ts';
import type { FieldErrors } from '../../core/declare/form.ts';
import { forms } from '../../core/declare/form.ts';
import type { QuotedMessage } from '../../core/declare/shortcut.ts';
import { shortcuts } from '../../core/declare/shortcut.ts';
import { suggestions } from '../../core/declare/suggestion.ts';
import type { Actor } from '../../core/runtime/actor.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { demandPermission } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { number } from '../../core/text/quantity.ts';
import { maxTextLength, readWords } from '../../core/text/words.ts';
import { opensBeside, requestOf } from '../../core/tokens/action.ts';
import type { Choice } from '../../core/tokens/choice.ts';
import { type Message, type OpenedForm, privately, type Reply } from '../../core/tokens/reply.ts';
import { withNote } from '../../ui/fitted.ts';
import { quoted } from '../../ui/limits.ts';
import { commandUsage, didYouMean } from '../../ui/usage.ts';
import { withPrefix } from '../app/prefix.ts';
import { contextOf, type Ground, type Origin } from '../app/request.ts';
import { explain } from '../replies/explain.ts';
import { stillWorking } from '../replies/notes.ts';

/** `refused`: a refusal, an error or a usage text, shown to the person alone even where answers are public. */
export interface Outcome {
  readonly reply: Reply;
  readonly refused: boolean;
  /** The error of a database that was away before the effect: what is recorded is done when it is back. */
  readonly away?: unknown;
}

/** The person who asks: known already (console), or still to be looked up, which may itself be refused. */
export type Asking = Actor | (() => Promise<Actor>);

/** Answers `/<name> <text>`. Never throws. */
export async function runCommand(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  name: string,
  text: string,
): Promise<Outcome> {
  const asked = quoted(`/${name} ${text}`.trim());
  const work = async (ctx: Context): Promise<Outcome> => {
    if (text.length > maxTextLength) {
      throw new Refusal(
        'invalid',
        `That is ${number(text.length)} characters; I read up to ${number(maxTextLength)}.`,
      );
    }
    const { contributions } = ctx.engine;
    const resolved = resolveCommand(contributions, name, readWords(text));
    if (resolved.kind === 'unknown') {
      throw new Refusal('not-found', `There is no command called ${name}.`, {
        next: resolved.nearest
          ? `Did you mean \`/${resolved.nearest.name}\`?`
          : '`/ops help` lists all commands.',
      });
    }
    if (resolved.kind === 'usage') {
      const usable = verbsOf(contributions, resolved.command.name).filter((verb) =>
        holds(ctx.actor, verb.permission),
      );
      const about = resolved.about ?? (usable.length === 0 ? verbsOf(contributions, name)[0] : null);
      if (about) await demandPermission(ctx, about.permission);
      const { perhaps } = resolved;
      const details = {
        ...(resolved.about && { about: resolved.about }),
        ...(perhaps && holds(ctx.actor, perhaps.permission) && { perhaps }),
      };
      return { reply: privately(commandUsage(resolved.command, usable, details)), refused: true };
    }
    const reply = await resolved.verb.answer(ctx, resolved.words);
    const { perhaps } = resolved;
    const hinted = perhaps && holds(ctx.actor, perhaps.permission) ? withHint(reply, perhaps) : reply;
    return { reply: hinted, refused: false };
  };
  return await answered(ground, origin, asking, `/${name}`, work, asked);
}

/** Answers a pressed button. Never throws. */
export async function runClick(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  elementId: string,
  carried: string,
  form: OpenedForm | null = null,
): Promise<Outcome> {
  const { id, value } = requestOf(elementId, carried);
  return await answered(ground, origin, asking, id, async (ctx) => {
    const handler = ctx.engine.contributions.of(clicks).find((click) => click.action.id === id);
    const reply = await handler?.handle(ctx, value, form);
    if (!reply) {
      throw new Refusal('conflict', 'That button is from an older version of me and no longer works.', {
        next: 'Ask again with the command; the new card has a button that does.',
      });
    }
    return { reply: opensBeside(elementId) ? besideIt(reply) : reply, refused: false };
  });
}

/** What would take the place of the message comes beside it instead. */
function besideIt(reply: Reply): Reply {
  return reply.to === 'replace' || reply.to === 'show' ? { ...reply, to: 'private' } : reply;
}

/** Answers an entry of Slack's menus. Never throws. */
export async function runShortcut(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  id: string,
  quoted: QuotedMessage | null,
): Promise<Outcome> {
  return await answered(ground, origin, asking, id, async (ctx) => {
    const shortcut = ctx.engine.contributions.of(shortcuts).find((one) => one.id === id);
    if (!shortcut) throw new Refusal('conflict', 'That shortcut no longer exists.');
    return { reply: await shortcut.answer(ctx, quoted), refused: false };
  });
}

/** The outcome of a form: errors beside its inputs (and the same as a message), or a reply. */
export type FormOutcome =
  | { readonly errors: FieldErrors; readonly message: Message }
  | { readonly reply: Reply };

/** Answers a submitted form. Never throws. */
export async function runForm(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  formId: string,
  carried: string,
  values: unknown,
): Promise<FormOutcome> {
  let errors: FieldErrors | null = null;
  const { reply, refused } = await answered(ground, origin, asking, formId, async (ctx) => {
    const handler = ctx.engine.contributions.of(forms).find(({ id }) => id === formId);
    const outcome = await handler?.submit(ctx, carried, values).catch((error: unknown) => {
      if (error instanceof Refusal) errors = error.fields;
      throw error;
    });
    if (!outcome) {
      throw new Refusal('conflict', 'That form is from an older version of me and cannot be read.', {
        next: 'Open it again.',
      });
    }
    if ('reply' in outcome) return { reply: outcome.reply, refused: false };
    errors = outcome.errors;
    throw new Refusal('invalid', Object.values(outcome.errors)[0] ?? 'That does not fit.');
  });
  return refused ? { errors: errors ?? {}, message: reply.message } : { reply };
}

/** Suggestions for a search in an open form. None on failure: Slack has no place for a sentence there. */
export async function runSuggestion(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  { id, carried }: Pick<OpenedForm, 'id' | 'carried'>,
  field: string,
  typed: string,
): Promise<readonly Choice[]> {
  let suggested: readonly Choice[] = [];
  // Refusals and errors appear only in the log.
  await attempt(ground, origin, asking, `${id} ${field}`, async (ctx) => {
    const known = ctx.engine.contributions.of(suggestions);
    const suggester = known.find((one) => one.form === id && one.field === field);
    suggested = (await suggester?.suggest(ctx, carried, typed)) ?? [];
    return { reply: privately(stillWorking()), refused: false };
  });
  return suggested;
}

async function answered(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  doing: string,
  work: (ctx: Context) => Promise<Outcome>,
  asked: string | null = null,
): Promise<Outcome> {
  const outcome = await attempt(ground, origin, asking, doing, work, asked);
  if (ground.commandPrefix === '') return outcome;
  const names = ground.engine.contributions.of(commands).map((command) => command.name);
  const message = withPrefix(outcome.reply.message, ground.commandPrefix, names);
  return { ...outcome, reply: { ...outcome.reply, message } };
}

async function attempt(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  doing: string,
  work: (ctx: Context) => Promise<Outcome>,
  asked: string | null = null,
): Promise<Outcome> {
  const { turn } = origin;
  try {
    await turn?.begin(asked);
    const actor = typeof asking === 'function' ? await asking() : asking;
    const ctx = contextOf(ground, origin, actor);
    const outcome = await work(ctx);
    // Nobody fills in a form that they may not submit.
    if (outcome.reply.form) await demandPermission(ctx, outcome.reply.form.permission);
    return outcome;
  } catch (error) {
    const log = ground.log.child({ correlationId: origin.correlationId });
    const { done, resumed } = origin.delivery?.progress ?? { done: false, resumed: false };
    const trouble = done || resumed ? null : ground.engine.database.trouble(error);
    return {
      reply: privately(explain(error, { ...ground, log }, doing, done || resumed)),
      refused: true,
      // A database that is only busy answers the same request no better later.
      ...(trouble !== null && trouble !== 'busy' && { away: error }),
    };
  } finally {
    turn?.end();
  }
}

function withHint(reply: Reply, verb: Verb): Reply {
  return { ...reply, message: withNote(reply.message, didYouMean(verb)) };
}
