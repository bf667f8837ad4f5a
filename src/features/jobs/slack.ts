import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { digestOf } from '../../core/declare/digest.ts';
import { draws } from '../../core/declare/drawing.ts';
import { takes } from '../../core/declare/form.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { asSystem } from '../../core/runtime/system.ts';
import { afterFirst, mentionedChannel, type Words } from '../../core/text/words.ts';
import { isChannel } from '../../core/tokens/place.ts';
import { asking, privately, replacing } from '../../core/tokens/reply.ts';
import { newBeat, pauseBeat, retryStuckThing, stopBeat } from './actions.ts';
import { beatEnded, getBeat } from './heartbeat/beat.ts';
import { pauseHeartbeat, stopHeartbeat } from './heartbeat/change.ts';
import { heartbeatForm } from './heartbeat/forms.ts';
import { listHeartbeats } from './heartbeat/list.ts';
import { startHeartbeat } from './heartbeat/start.ts';
import {
  beat,
  heartbeatBegun,
  heartbeatFormView,
  heartbeatInWords,
  heartbeatList,
} from './heartbeat/views.ts';
import { heartbeat, trouble } from './notifications.ts';
import { getJobs } from './overview/get.ts';
import { retryStuck } from './overview/retry-stuck.ts';
import { jobsOverview } from './overview/views.ts';
import { scheduleHeartbeats, seeJobs } from './permissions.ts';
import { getTrouble } from './trouble/report.ts';
import { troubleMessage } from './trouble/views.ts';

/** What a heartbeat says beside the bot's health; all else is for digests. */
const besideBeat: ReadonlySet<string> = new Set(['feeds.late', 'issues.open', 'approvals.waiting']);

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: 'heartbeat',
    usage: '[#channel] [<when>]',
    summary: 'post regularly in a channel that the bot is well; alone, list all heartbeats',
    examples: ['/ops heartbeat', '/ops heartbeat #ops-daily every weekday 08:30 Europe/Berlin'],
    permission: scheduleHeartbeats,
    takes: 'words or nothing',
    async answer(ctx, words) {
      if (words.list.length === 0) return privately(await list(ctx));
      const begun = await startHeartbeat.call(ctx, channelAndTime(words));
      return privately(heartbeatBegun(begun, readingOf(ctx)));
    },
  },
  {
    command: 'ops',
    name: 'jobs',
    usage: '',
    summary: 'schedules, queues and what waits for a person',
    examples: ['/ops jobs'],
    permission: seeJobs,
    takes: 'nothing',
    answer: async (ctx) => privately(await overview(ctx)),
  },
];

export const forms = [
  takes(heartbeatForm, async (ctx, _, wish) =>
    privately(heartbeatBegun(await startHeartbeat.call(ctx, wish), readingOf(ctx))),
  ),
];

export const clicks = [
  answers(newBeat, async (ctx) => {
    const here = ctx.channel && isChannel(ctx.channel) ? ctx.channel : null;
    const view = heartbeatFormView(here, ctx.actor.timeZone);
    return asking(heartbeatForm.open({}, view), heartbeatInWords());
  }),
  answers(pauseBeat, async (ctx, wish) => {
    await pauseHeartbeat.call(ctx, wish);
    return replacing(await list(ctx));
  }),
  answers(stopBeat, async (ctx, wish) => {
    await stopHeartbeat.call(ctx, wish);
    return replacing(await list(ctx));
  }),
  answers(retryStuckThing, async (ctx, stuck) => {
    await retryStuck.call(ctx, stuck);
    return replacing(await overview(ctx));
  }),
];

export const drawings = [
  draws(trouble, async (ctx, { subject }) => {
    const facts = await getTrouble.call(ctx, { subject });
    return facts && troubleMessage(facts, ctx.now, ctx.actor.timeZone);
  }),
  draws(
    heartbeat,
    // Everybody reads the same text, also from a list.
    async (ctx, { subject }) => {
      const ourselves = asSystem(ctx, 'the heartbeat');
      const facts = await getBeat.call(ourselves, { subject });
      const asked = { from: '', to: '', since: null };
      const beside = await digestOf(ourselves, asked, ({ key }) => besideBeat.has(key));
      return facts && beat(facts, beside, ctx.now);
    },
    { ended: async (ctx, { subject }, ending) => await beatEnded(ctx, subject, ending) },
  ),
];

function readingOf(ctx: Context) {
  return { now: ctx.now, timeZone: ctx.actor.timeZone };
}

async function list(ctx: Context) {
  return heartbeatList(await listHeartbeats.call(ctx, {}), readingOf(ctx));
}

function channelAndTime(words: Words): { channel: string | null; when: string } {
  const [first = ''] = words.list;
  const channel = mentionedChannel(first);
  if (channel) return { channel, when: afterFirst(words).text };
  if (!first.startsWith('#')) return { channel: null, when: words.text };
  // Slack replaces a picked name with its id, and may keep the id of a private channel from us.
  throw new Refusal('invalid', `Slack did not tell me which channel ${first} is.`, {
    next: 'Pick it from the list that Slack offers after #, or ask in that channel without naming it.',
  });
}

async function overview(ctx: Context) {
  return jobsOverview(await getJobs.call(ctx, {}), { now: ctx.now, timeZone: ctx.actor.timeZone });
}
