import type { App } from '@slack/bolt';
import type { AllMessageEvents, SlackEvent } from '@slack/types';
import { commands } from '../../core/declare/command.ts';
import { type Delivery, deliveryOf } from '../../core/runtime/delivery.ts';
import { systemActor } from '../../core/runtime/system.ts';
import { inUnit } from '../../core/runtime/unit.ts';
import { normalise } from '../../core/text/words.ts';
import { isDirect } from '../../core/tokens/place.ts';
import { lastingOf, type Message } from '../../core/tokens/reply.ts';
import { closeAct } from '../../db/inbound/acts.ts';
import { identify, reportTrouble, retry, type SlackAccount, say } from '../../features/index.ts';
import { withNote } from '../../ui/fitted.ts';
import { mrkdwn } from '../../ui/text.ts';
import { accountFrom, recordAccount, resolveActor } from '../app/actor.ts';
import { withoutPrefix } from '../app/prefix.ts';
import { contextOf } from '../app/request.ts';
import { contentOf, originOf, type Parts } from '../app/services.ts';
import { showHome } from '../home/show.ts';
import { unconfirmed, whenBack } from '../replies/notes.ts';
import { passes } from '../web/errors.ts';
import { mayBeDone, refusalOf } from '../web/outcome.ts';
import { afterGreeting, asOps } from './asked.ts';
import { type Outcome, runCommand } from './dispatch.ts';
import { greetOnce } from './greeting.ts';
import { withTime } from './late.ts';
import { settleDelivery } from './settle.ts';

interface Said {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
}

/**
 * Answers mentions in channels and plain words in the bot's direct messages like commands, and handles Slack's other
 * events. One listener for all: Bolt walks every listener for every request.
 */
export function listenForEvents(app: App, parts: Parts): void {
  const { running, inbox } = parts;
  app.event(/.*/, async ({ event, body }) => {
    await running.track(
      handle(parts, event).then(
        () => inbox.settle(body),
        async (error) => {
          const aside = await inbox.failed(body, error);
          if (aside) await reportSetAside(parts, aside);
          throw error;
        },
      ),
    );
  });
}

async function handle(parts: Parts, event: SlackEvent): Promise<void> {
  switch (event.type) {
    case 'app_mention': {
      const { channel, user, text, ts, thread_ts: threadTs, bot_id: bot } = event;
      // Mentions by apps get no answer: the two could go on for ever.
      if (user && !bot) await answering(parts, { channel, user, text, ts, threadTs }, answerMention);
      return;
    }
    case 'message': {
      const said = saidIn(event);
      if (said) await answering(parts, said, answerDirect);
      return;
    }
    case 'app_home_opened':
      if (event.tab === 'messages') await greetOnce(parts, event.user);
      else await showHome(parts, event.user);
      return;
    case 'member_joined_channel':
      if (event.user === parts.identity.botUserId) await retryBlockedIn(parts, event.channel);
      return;
    case 'channel_unarchive':
    case 'group_unarchive':
      await retryBlockedIn(parts, event.channel);
      return;
    // The two come in either order, or one alone.
    case 'app_uninstalled':
      return parts.farewell('The app was uninstalled');
    case 'tokens_revoked':
      if (event.tokens.bot?.length) parts.farewell('Our token was revoked');
      return;
    case 'user_change':
      await refreshIfKnown(parts, accountFrom(event.user, parts.identity.teamId));
  }
}

/**
 * A person's message in our direct messages, including one with a file, in a thread, or also sent to the channel. Null
 * for edits, other apps' messages, and our own, which arrive here too.
 */
function saidIn(event: AllMessageEvents): Said | null {
  if (event.channel_type !== 'im') return null;
  if (event.subtype !== undefined && event.subtype !== 'file_share' && event.subtype !== 'thread_broadcast')
    return null;
  if ('bot_id' in event && event.bot_id) return null;
  const { channel, user, text = '', ts, thread_ts } = event;
  return user ? { channel, user, text, ts, threadTs: thread_ts } : null;
}

/** Unknown accounts are looked up at their first command instead. */
async function refreshIfKnown(parts: Parts, account: SlackAccount): Promise<void> {
  const { ground, workspace, directory } = parts;
  const origin = originOf(parts, null);
  const ctx = contextOf(ground, origin, systemActor(workspace, 'the front door'));
  const member = await identify.call(ctx, { slackUserId: account.userId });
  if (member) await recordAccount(ground, origin, account, directory);
}

/** Tells the admins about an event that will not be retried. */
export async function reportSetAside({ ground, workspace }: Parts, key: string): Promise<void> {
  const origin = { workspace, correlationId: key, delivery: null };
  const ctx = contextOf(ground, origin, systemActor(workspace, 'the front door'));
  ctx.log.error({ key }, 'an event was set aside');
  await inUnit(ctx, {}, async (unit) => await reportTrouble(unit, { about: 'event', key }, null));
}

/** Sends the blocked messages of a channel that we can post in again. */
async function retryBlockedIn(parts: Parts, channel: string): Promise<void> {
  const origin = originOf(parts, null);
  const ctx = contextOf(parts.ground, origin, systemActor(parts.workspace, 'the front door'));
  await retry.call(ctx, { by: 'place', key: channel, day: null });
}

/** The claim of a message is its own; the event holds what is needed to handle it again. */
async function answering(
  parts: Parts,
  said: Said,
  answer: (parts: Parts, said: Said, delivery: Delivery) => Promise<void>,
): Promise<void> {
  const delivery = deliveryOf('slack-message', `${said.channel}:${said.ts}`);
  await answer(parts, said, delivery);
  await settleDelivery(parts, delivery);
}

/**
 * Answers in the thread for everybody; a refusal, or an answer in a channel with outsiders, goes to the person alone.
 */
async function answerMention(parts: Parts, said: Said, delivery: Delivery): Promise<void> {
  const outcome = await ask(parts, said, delivery);
  if (outcome.away) return await waits(parts, said, outcome.away);
  const audience = outcome.refused ? null : await parts.audiences.of(said.channel);
  if (audience?.ok)
    return await reply(parts, { ...said, threadTs: said.threadTs ?? said.ts }, outcome.reply.message);
  const answer = audience
    ? withNote(outcome.reply.message, mrkdwn`${audience.why} Only you see this.`)
    : outcome.reply.message;
  try {
    await sayAlone(parts, said, answer);
  } catch (error) {
    const reason = refusalOf(error);
    const unsure = mayBeDone(error);
    // Certainly not shown, and worth a retry: the event stays in the inbox.
    if (!unsure && (reason === null || passes(reason))) throw error;
    parts.ground.log.info({ reason, channel: said.channel }, 'an answer goes by direct message instead');
    const directly = { ...said, channel: said.user, threadTs: undefined };
    await reply(parts, directly, unsure ? unconfirmed(answer) : answer);
  }
}

async function sayAlone({ client }: Parts, { channel, user, threadTs }: Said, answer: Message) {
  await client.chat.postEphemeral({
    channel,
    user,
    // In a thread that does not exist yet an ephemeral message would be invisible.
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...contentOf(answer),
  });
}

/** The event is recorded, so that its answer follows: to say "nothing was done" would become untrue. */
async function waits(parts: Parts, said: Said, error: unknown): Promise<never> {
  await sayAlone(parts, said, whenBack()).catch((failure) =>
    parts.ground.log.info({ err: failure }, 'nobody could be told that an answer has to wait'),
  );
  throw error;
}

async function answerDirect(parts: Parts, said: Said, delivery: Delivery): Promise<void> {
  const outcome = await ask(parts, said, delivery);
  if (outcome.away) return await waits(parts, said, outcome.away);
  // Addressed by the person, like all other direct messages: both then share the one-second pace.
  const place = said.threadTs ? said.channel : said.user;
  await reply(parts, { ...said, channel: place }, outcome.reply.message);
}

/** Keeps the answer in the outbox until Slack has it. An event handled twice is answered once. */
async function reply(parts: Parts, { channel, user, ts, threadTs }: Said, answer: Message): Promise<void> {
  const { ground, workspace } = parts;
  const origin = originOf(parts, deliveryOf('slack-message', `${channel}:${ts}`));
  const ctx = contextOf(ground, { ...origin, delivery: null }, systemActor(workspace, 'the front door'));
  const about = `${channel}:${ts}`;
  await say.call(ctx, {
    about,
    place: channel,
    asker: user,
    message: lastingOf(answer),
    ...(threadTs && { threadTs }),
  });
}

async function ask(parts: Parts, said: Said, delivery: Delivery): Promise<Outcome> {
  return withTime(parts, said.ts, await settled(parts, said, delivery));
}

/**
 * Asks, and closes what was refused: the event may be handled again by another process, and what we say was not done
 * may not be done afterwards.
 */
async function settled(parts: Parts, said: Said, delivery: Delivery): Promise<Outcome> {
  const outcome = await run(parts, said, delivery);
  if (!outcome.refused || outcome.away || delivery.progress.done) return outcome;
  const { ground, prisma, workspace } = parts;
  const { source, key } = delivery;
  const closed = await closeAct(prisma, { workspaceId: workspace.id, source, key }, ground.clock.now());
  // Another process has done it meanwhile: its result is kept.
  return closed ? outcome : await run(parts, said, deliveryOf(source, key));
}

/** "stock MUG-01" is `/stock MUG-01`; words that begin with no command are searched for everywhere. */
async function run(parts: Parts, { channel, user, text }: Said, delivery: Delivery): Promise<Outcome> {
  const { ground, directory, identity } = parts;
  const origin = originOf(parts, delivery, channel, parts.turns.of(user));
  const nameOf = (word: string) => withoutPrefix(normalise(word).toLowerCase(), ground.commandPrefix);
  const isCommand = (word: string) =>
    ground.engine.contributions.of(commands).some((command) => command.name === nameOf(word));
  const said = text.replaceAll(new RegExp(`<@${identity.botUserId}(\\|[^>]*)?>`, 'g'), ' ').trim();
  const words = afterGreeting(said, isCommand);
  const [first = ''] = words.replace(/^\//, '').split(/\s+/);
  const name = nameOf(first);
  const known = isCommand(first);
  const asking = async () => {
    const actor = await resolveActor(ground, origin, user, directory);
    // Others read an answer in a channel: its times are the shop's.
    return isDirect(channel) ? actor : { ...actor, timeZone: parts.workspace.timeZone };
  };
  if (known)
    return await runCommand(ground, origin, asking, name, words.replace(/^\//, '').slice(first.length));
  return await runCommand(ground, origin, asking, 'ops', asOps(words));
}
