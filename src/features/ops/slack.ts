import { answers } from '../../core/declare/click.ts';
import { commands, type Verb } from '../../core/declare/command.ts';
import { verbsOf } from '../../core/declare/commands.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { demandPermission } from '../../core/runtime/operation.ts';
import { privately, replacing } from '../../core/tokens/reply.ts';
import { overview } from '../../ui/usage.ts';
import { becomeFirstAdmin } from '../people/index.ts';
import { openFound } from './actions.ts';
import { checkHealth, checkSetup } from './check-up.ts';
import { askForHelp, findAnything, seeHealth, setUp } from './permissions.ts';
import { findEverywhere, openFoundThing } from './search.ts';
import { findingsReply, health, setup } from './views.ts';

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: '',
    usage: '<anything>',
    summary: 'find a SKU, an order or a person by number or name',
    examples: ['/ops 1042', '/ops MUG-01'],
    permission: findAnything,
    takes: 'words',
    async answer(ctx, { list }) {
      // Quotes keep words together; they are not searched for.
      const text = list.join(' ');
      const outcome = await findEverywhere.call(ctx, { text });
      return privately(findingsReply(text, outcome));
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
    answer: async (ctx) => privately(health(await checkHealth.call(ctx, {}), ctx.now, ctx.actor.timeZone)),
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
];

/** Every remedy of a set-up step is for admins. */
function mayFix({ actor }: Context): boolean {
  return holds(actor, setUp);
}

function usable(ctx: Context) {
  const { contributions } = ctx.engine;
  return contributions.of(commands).map((command) => ({
    command,
    verbs: verbsOf(contributions, command.name).filter((verb) => holds(ctx.actor, verb.permission)),
  }));
}
