import { answers } from '../../core/declare/click.ts';
import { commands, type Verb } from '../../core/declare/command.ts';
import { verbsLike, verbsNamed, verbsOf } from '../../core/declare/commands.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { demandPermission } from '../../core/runtime/operation.ts';
import { talkIn, withoutFillers } from '../../core/text/talk.ts';
import { type Message, privately, replacing, showing } from '../../core/tokens/reply.ts';
import { overview } from '../../ui/usage.ts';
import { becomeFirstAdmin } from '../people/index.ts';
import { healthAction, openFound } from './actions.ts';
import { checkHealth, checkSetup } from './check-up.ts';
import { askForHelp, findAnything, seeHealth, setUp } from './permissions.ts';
import { namesProduct } from './rules.ts';
import { findEverywhere, openFoundThing } from './search.ts';
import { notUnderstood, smallTalk, verbMeant } from './talk-views.ts';
import { findingsReply, health, setup } from './views.ts';

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: '',
    usage: '<anything>',
    summary: 'find anything by its number or name: a product, an order, an issue, a person, a carrier',
    examples: ['/ops 25066', '/ops MUG-01'],
    permission: findAnything,
    takes: 'words',
    async answer(ctx, words) {
      const { list } = words;
      // Quotes keep words together; they are not searched for.
      const text = list.join(' ');
      const outcome = await findEverywhere.call(ctx, { text });
      const [first = ''] = list;
      const meant = verbsNamed(mayUse(ctx), first, 'ops');
      // A product may be called "Watch"; what only a later word names was not asked for.
      return privately(
        meant.length > 0 && !namesProduct(outcome, first)
          ? verbMeant(meant, words.text)
          : findingsReply(text, outcome),
      );
    },
  },
  {
    command: 'ops',
    name: 'ask',
    usage: '<question>',
    summary: 'which command answers a question',
    examples: ['/ops ask how do I watch a product'],
    permission: askForHelp,
    takes: 'words',
    async answer(ctx, { text }) {
      await demandPermission(ctx, askForHelp);
      const talk = talkIn(text);
      if (talk === 'greeting' || talk === 'thanks') return privately(smallTalk(talk, ctx.actor.name));
      // "Where is order 1042?" asks for what bears the number.
      const numbered = text.split(/[^\p{L}\p{N}#._/-]+/u).filter((word) => /\d/.test(word));
      if (numbered.length > 0 && holds(ctx.actor, findAnything)) {
        const outcome = await findEverywhere.call(ctx, { text: numbered.join(' ') });
        if (outcome.found !== 'nothing') return privately(findingsReply(numbered.join(' '), outcome));
      }
      const nearest = verbsLike(mayUse(ctx), text, 3);
      // "How many mugs do we have?" asks for what it names.
      const named = withoutFillers(text.split(/[^\p{L}\p{N}#._/-]+/u).filter((word) => word !== ''));
      if (nearest.length === 0 && named.length > 0 && holds(ctx.actor, findAnything)) {
        const outcome = await findEverywhere.call(ctx, { text: named.join(' ') });
        if (outcome.found !== 'nothing') return privately(findingsReply(named.join(' '), outcome));
      }
      return privately(notUnderstood(nearest));
    },
  },
  {
    command: 'ops',
    name: 'help',
    usage: '',
    summary: 'everything you can ask',
    examples: ['/ops help'],
    permission: askForHelp,
    takes: 'nothing',
    async answer(ctx) {
      await demandPermission(ctx, askForHelp);
      return privately(overview(usable(ctx)));
    },
  },
  {
    command: 'ops',
    name: 'health',
    usage: '',
    summary: 'how the bot and its sources are doing',
    examples: ['/ops health'],
    permission: seeHealth,
    takes: 'nothing',
    answer: async (ctx) => privately(await healthOf(ctx)),
  },
  {
    command: 'ops',
    name: 'setup',
    usage: '',
    summary: 'what is set up and what is next',
    examples: ['/ops setup'],
    permission: becomeFirstAdmin.permission,
    takes: 'nothing',
    async answer(ctx) {
      const outcome = await becomeFirstAdmin.call(ctx, {});
      return privately(
        setup(
          await checkSetup.call(ctx, {}),
          outcome === 'you are it',
          mayFix(ctx) || outcome === 'you are it',
        ),
      );
    },
  },
];

export const clicks = [
  answers(openFound, async (ctx, hit) => replacing(await openFoundThing.call(ctx, hit))),
  answers(healthAction, async (ctx) => showing(await healthOf(ctx))),
];

async function healthOf(ctx: Context): Promise<Message> {
  return health(await checkHealth.call(ctx, {}), ctx.now, ctx.actor.timeZone);
}

/** Every remedy of a set-up step is for admins. */
function mayFix({ actor }: Context): boolean {
  return holds(actor, setUp);
}

function mayUse(ctx: Context): readonly Verb[] {
  return usable(ctx).flatMap(({ verbs }) => verbs);
}

function usable(ctx: Context) {
  const { contributions } = ctx.engine;
  return contributions.of(commands).map((command) => ({
    command,
    verbs: verbsOf(contributions, command.name).filter((verb) => holds(ctx.actor, verb.permission)),
  }));
}
