import type { Command, Verb } from '../core/declare/command.ts';
import type { Message } from '../core/tokens/reply.ts';
import { context, message, section } from './blocks.ts';
import { fitted, paragraphs } from './fitted.ts';
import { messageRoom } from './room.ts';
import { joined, type Mrkdwn, mrkdwn } from './text.ts';

/** The usage of one command; pass only the verbs that the reader may use. */
export function commandUsage(
  command: Command,
  verbs: readonly Verb[],
  options: { about?: Verb; perhaps?: Verb } = {},
): Message {
  const shown = options.about ? [options.about] : verbs;
  const finding = options.about
    ? mrkdwn`\`${lineOf(options.about)}\` is incomplete.`
    : mrkdwn`How to use \`/${command.name}\`: ${command.summary}.`;
  const perhaps = options.perhaps ? [section(didYouMean(options.perhaps))] : [];
  return message(
    mrkdwn`${finding} ${joined(
      shown.map((verb) => mrkdwn`\`${lineOf(verb)}\``),
      ', ',
    )}`,
    [
      section(finding),
      ...perhaps,
      ...fitted({ parts: paragraphs('verbs', shown.map(usageLine)) }, messageRoom),
      ...examples(shown),
    ],
  );
}

/** All commands at a glance. */
export function overview(commands: readonly { command: Command; verbs: readonly Verb[] }[]): Message {
  const usable = commands.filter(({ verbs }) => verbs.length > 0);
  const head = [section(mrkdwn`*What you can ask*`)];
  const parts = usable.map(({ command, verbs }) => ({
    title: `/${command.name} help`,
    blocks: paragraphs(command.name, [
      mrkdwn`*/${command.name}* ${command.summary}`,
      ...verbs.map(usageLine),
    ]).flatMap(({ blocks }) => blocks),
  }));
  const foot = [
    context(
      mrkdwn`In a channel, mention me instead (\`@Quartermaster stock MUG-01\`). In our direct messages, leave the slash out.`,
    ),
  ];
  return message(
    mrkdwn`What you can ask: ${usable.map(({ command }) => `/${command.name}`).join(', ')}`,
    fitted({ head, parts, foot }, messageRoom, ['command', 'commands']),
  );
}

/** The line below an answer whose first word was nearly a verb. */
export function didYouMean(verb: Verb): Mrkdwn {
  return mrkdwn`Did you mean \`${lineOf(verb)}\`?`;
}

function usageLine(verb: Verb): Mrkdwn {
  return mrkdwn`\`${lineOf(verb)}\` ${verb.summary}`;
}

export function lineOf(verb: Verb): string {
  return [`/${verb.command}`, verb.name, verb.usage].filter(Boolean).join(' ');
}

function examples(verbs: readonly Verb[]) {
  const all = verbs.flatMap((verb) => verb.examples).slice(0, 6);
  return all.length > 0
    ? [
        context(
          mrkdwn`For example: ${joined(
            all.map((example) => mrkdwn`\`${example}\``),
            '  ',
          )}`,
        ),
      ]
    : [];
}
