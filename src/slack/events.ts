import type { App } from '@slack/bolt';
import type { SlackEvent } from '@slack/types';
import { commandsOf } from '../core/commands.ts';
import type { Message } from '../core/reply.ts';
import { normalise } from '../core/words.ts';
import { identify, type SlackAccount } from '../features/index.ts';
import { context } from '../ui/blocks.ts';
import { mrkdwn } from '../ui/text.ts';
import { accountFrom, recordAccount, resolveActor } from './actor.ts';
import { type Outcome, runCommand } from './dispatch.ts';
import { greetOnce } from './greeting.ts';
import { contentOf, originOf, type Parts, sayDirectly } from './parts.ts';
import { contextOf, systemActor } from './request.ts';

interface Said {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
}

/**
 * Mentions in channels and plain words in the bot's direct messages, answered like commands; what else Slack tells us.
 * One listener for all: Bolt walks every listener for every request.
 */
export function listenForEvents(app: App, parts: Parts): void {
  const { running, inbox } = parts;
  app.event(/.*/, async ({ event, body }) => {
    await running.track(handle(parts, event).then(() => inbox.settle(body)));
  });
}

async function handle(parts: Parts, event: SlackEvent): Promise<void> {
  switch (event.type) {
    case 'app_mention': {
      const { channel, user, text, ts, thread_ts: threadTs, bot_id: bot } = event;
      // An app that mentions us is not answered: the two could go on for ever.
      if (user && !bot) await answerMention(parts, { channel, user, text, ts, threadTs });
      return;
    }
    case 'message': {
      // Edits, joins and what apps say have a subtype or a bot id; our own messages come back this way too.
      if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id) return;
      const { channel, user, text = '', ts, thread_ts: threadTs } = event;
      await answerDirect(parts, { channel, user, text, ts, threadTs });
      return;
    }
    case 'app_home_opened':
      if (event.tab === 'messages') await greetOnce(parts, event.user);
      return;
    case 'user_change':
      await refreshIfKnown(parts, accountFrom(event.user, parts.identity.teamId));
  }
}

/** Somebody who never used us is looked up when they do. */
async function refreshIfKnown(parts: Parts, account: SlackAccount): Promise<void> {
  const { ground, workspace, directory } = parts;
  const origin = originOf(parts, null);
  const ctx = contextOf(ground, origin, systemActor(workspace, 'the front door'));
  const member = await identify.call(ctx, { slackUserId: account.userId });
  if (member) await recordAccount(ground, origin, account, directory);
}

/** Answered in its thread for everybody; a refusal, or a room with outsiders, for the one alone. */
async function answerMention(parts: Parts, said: Said): Promise<void> {
  const outcome = await ask(parts, said);
  const audience = outcome.refused ? null : await parts.audiences.of(said.channel);
  if (audience?.ok) {
    await parts.client.chat.postMessage({
      channel: said.channel,
      thread_ts: said.threadTs ?? said.ts,
      ...contentOf(outcome.reply.message),
    });
    return;
  }
  const answer = audience ? withNote(outcome.reply.message, audience.why) : outcome.reply.message;
  await sayPrivately(parts, said, answer);
}

async function sayPrivately(parts: Parts, said: Said, answer: Message): Promise<void> {
  try {
    await parts.client.chat.postEphemeral({
      channel: said.channel,
      user: said.user,
      // Anchored to a thread that does not exist yet, it would be invisible.
      ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
      ...contentOf(answer),
    });
  } catch (error) {
    parts.ground.log.info(
      { err: error, channel: said.channel },
      'a private answer goes by direct message instead',
    );
    await sayDirectly(parts, said.user, answer);
  }
}

async function answerDirect(parts: Parts, said: Said): Promise<void> {
  const { reply } = await ask(parts, said);
  await parts.client.chat.postMessage({
    channel: said.channel,
    ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
    ...contentOf(reply.message),
  });
}

/** "stock MUG-01" is `/stock MUG-01`; words that begin with no command are looked for everywhere. */
async function ask(parts: Parts, { channel, user, text, ts }: Said): Promise<Outcome> {
  const { ground, directory, identity } = parts;
  const origin = originOf(parts, { source: 'slack-message', key: `${channel}:${ts}` });
  const words = text.replaceAll(new RegExp(`<@${identity.botUserId}(\\|[^>]*)?>`, 'g'), ' ').trim();
  const [first = '', ...rest] = words.replace(/^\//, '').split(/\s+/);
  const name = normalise(first)
    .toLowerCase()
    .replace(new RegExp(`^${ground.commandPrefix}`), '');
  const known = commandsOf(ground.engine.features).some((command) => command.name === name);
  const asking = () => resolveActor(ground, origin, user, directory);
  if (known)
    return await runCommand(ground, origin, asking, name, words.replace(/^\//, '').slice(first.length));
  return await runCommand(ground, origin, asking, 'ops', rest.length === 0 && first === '' ? 'help' : words);
}

function withNote(answer: Message, why: string): Message {
  return { ...answer, blocks: [...answer.blocks, context(mrkdwn`${why} Only you see this.`)] };
}
