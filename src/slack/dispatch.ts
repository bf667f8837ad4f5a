import { commandsOf, resolveCommand, verbsOf } from '../core/commands.ts';
import type { Actor, Context } from '../core/context.ts';
import type { Verb } from '../core/feature.ts';
import { holds } from '../core/permission.ts';
import { Refusal } from '../core/refusal.ts';
import { type Message, privately, type Reply } from '../core/reply.ts';
import { maxTextLength, readWords } from '../core/words.ts';
import { actionIdOf, context, message, section } from '../ui/blocks.ts';
import { limits } from '../ui/limits.ts';
import { mrkdwn } from '../ui/text.ts';
import { commandUsage, didYouMean } from '../ui/usage.ts';
import { explain } from './errors.ts';
import { withPrefix } from './prefix.ts';
import { contextOf, type Ground, type Origin } from './request.ts';

/** `refused`: a "no", an error or a usage text: for the person alone, even where answers are public. */
export interface Outcome {
  readonly reply: Reply;
  readonly refused: boolean;
}

/** Who asks: known already (the console), or still to be found out (which may itself be refused). */
export type Asking = Actor | (() => Promise<Actor>);

/** Answers `/<name> <text>`. Never throws. */
export async function runCommand(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  name: string,
  text: string,
): Promise<Outcome> {
  return await answered(ground, origin, asking, `/${name}`, async (ctx) => {
    if (text.length > maxTextLength) {
      throw new Refusal(
        'invalid',
        `That is ${text.length.toLocaleString('en-GB')} characters; I read up to ${maxTextLength.toLocaleString('en-GB')}.`,
      );
    }
    const { features } = ctx.engine;
    const resolved = resolveCommand(features, name, readWords(text));
    if (resolved.kind === 'unknown') {
      throw new Refusal('not-found', `I know no command called ${name}.`, {
        next: resolved.nearest
          ? `Did you mean \`/${resolved.nearest.name}\`?`
          : '`/ops help` lists all of them.',
      });
    }
    if (resolved.kind === 'usage') {
      const usable = verbsOf(features, resolved.command.name).filter((verb) =>
        holds(ctx.actor, verb.permission),
      );
      const details = {
        ...(resolved.about && { about: resolved.about }),
        ...(resolved.perhaps && { perhaps: resolved.perhaps }),
      };
      return { reply: privately(commandUsage(resolved.command, usable, details)), refused: true };
    }
    const reply = await resolved.verb.answer(ctx, resolved.words);
    return { reply: resolved.perhaps ? withHint(reply, resolved.perhaps) : reply, refused: false };
  });
}

/** Answers a pressed button. Never throws. */
export async function runClick(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  elementId: string,
  value: string,
): Promise<Outcome> {
  return await answered(ground, origin, asking, elementId, async (ctx) => {
    const id = actionIdOf(elementId);
    const handler = ctx.engine.features
      .flatMap((feature) => feature.clicks ?? [])
      .find((click) => click.action.id === id);
    const reply = await handler?.handle(ctx, value);
    if (!reply) {
      throw new Refusal('conflict', 'That button is from an older version of me and no longer works.', {
        next: 'Ask again with the command; the new card has a button that does.',
      });
    }
    return { reply, refused: false };
  });
}

async function answered(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  doing: string,
  work: (ctx: Context) => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await attempt(ground, origin, asking, doing, work);
  if (ground.commandPrefix === '') return outcome;
  const names = commandsOf(ground.engine.features).map((command) => command.name);
  const message = withPrefix(outcome.reply.message, ground.commandPrefix, names);
  return { ...outcome, reply: { ...outcome.reply, message } };
}

async function attempt(
  ground: Ground,
  origin: Origin,
  asking: Asking,
  doing: string,
  work: (ctx: Context) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    const actor = typeof asking === 'function' ? await asking() : asking;
    return await work(contextOf(ground, origin, actor));
  } catch (error) {
    const log = ground.log.child({ correlationId: origin.correlationId });
    return { reply: privately(explain(error, { ids: ground.ids, log }, doing)), refused: true };
  }
}

function withHint(reply: Reply, verb: Verb): Reply {
  const { message: original } = reply;
  if (original.blocks.length >= limits.blocksPerMessage) return reply;
  const hinted: Message = { ...original, blocks: [...original.blocks, context(didYouMean(verb))] };
  return { ...reply, message: hinted };
}

/** What a person reads while an answer takes longer than Slack waits. */
export function stillWorking(): Message {
  const text = mrkdwn`Working on it …`;
  return message(text, [section(text)]);
}
