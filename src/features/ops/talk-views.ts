import type { Verb } from '../../core/declare/command.ts';
import type { Talk } from '../../core/text/talk.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { context, message, section } from '../../ui/blocks.ts';
import { shorten } from '../../ui/limits.ts';
import { code, joined, mrkdwn } from '../../ui/text.ts';
import { lineOf } from '../../ui/usage.ts';

/** A word for a word: nobody who says thanks wants the manual. */
export function smallTalk(talk: Exclude<Talk, 'question'>, name: string): Message {
  const text =
    talk === 'thanks'
      ? mrkdwn`You are welcome, ${name}.`
      : mrkdwn`Hello ${name}. \`/stock MUG-01\` looks up stock, \`/ops help\` shows all I can do.`;
  return message(text, [section(text)]);
}

/** The answer to a question that fits nothing, with what comes nearest. */
export function notUnderstood(nearest: readonly Verb[]): Message {
  const finding = nearest.length > 0 ? mrkdwn`This may answer it:` : mrkdwn`I do not understand that yet.`;
  const lines = nearest.map((verb) => mrkdwn`${code(lineOf(verb))} ${verb.summary}`);
  return message(mrkdwn`${finding} ${joined(lines, '; ')}`, [
    section(joined([finding, ...lines], '\n')),
    context(mrkdwn`\`/ops help\` shows everything you can ask.`),
  ]);
}

/** A verb without its command: nothing is run, and the whole line is offered. */
export function verbMeant(meant: readonly Pick<Verb, 'command'>[], typed: string): Message {
  const lines = meant.map(({ command }) => mrkdwn`\`/${command} ${shorten(typed, 200)}\``);
  const text = mrkdwn`Did you mean ${joined(lines, ' or ')}? Nothing was changed.`;
  return message(text, [section(text)]);
}

const adjust: Verb = {
  command: 'stock',
  name: 'adjust',
  usage: '<SKU> <change> <cause>',
  summary: 'correct a level',
  examples: [],
  permission: { key: 'ops.sample', to: 'look', atLeast: 'viewer' },
  takes: 'words',
  answer: () => Promise.reject(new Error('a sample')),
};

export const talkSamples = {
  'a greeting': () => smallTalk('greeting', '<!channel>'),
  thanks: () => smallTalk('thanks', 'Maya'),
  'a question that fits nothing': () => notUnderstood([]),
  'a question, and what comes nearest': () => notUnderstood([adjust, adjust, adjust]),
  'a verb without its command': () => verbMeant([adjust], `adjust ${'<&>'.repeat(1000)}`),
};
