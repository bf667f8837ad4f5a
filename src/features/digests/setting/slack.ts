import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { afterFirst, mentionedChannel, type Words } from '../../../core/text/words.ts';
import { readMoment } from '../../../core/time/read-moment.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { asking, privately, type Reply, showing } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import {
  editAction,
  moreAction,
  newAction,
  previewAction,
  readyAction,
  resumeAction,
  sendAction,
  showAction,
} from '../actions.ts';
import { demandKeeper } from '../digest/demand-digest.ts';
import type { Digest } from '../digest/model.ts';
import { previewOf } from '../edition/preview.ts';
import { editionMessage } from '../edition/views.ts';
import { getDigest } from '../listing/get.ts';
import { digestNamed } from '../listing/named.ts';
import { cardFor, historyFor, listFor } from '../listing/show-slack.ts';
import { haveDigests, seeDigests } from '../permissions.ts';
import { getReady } from '../ready/get.ts';
import { pauseDigest, resumeDigest, sendNow, transferDigest } from './change.ts';
import { deleteFormView, optionsFormView, pauseFormView, transferFormView } from './form-views.ts';
import { deleteForm, optionsForm, pauseForm, transferForm } from './forms.ts';
import { setUp } from './forms-slack.ts';
import { openEdit, openNew } from './open-slack.ts';

const which = '<number or name>';

export const verbs: readonly Verb[] = [
  {
    command: 'digest',
    name: '',
    usage: '[<number or name>]',
    summary: 'what is posted where and when, and what became of it; with a number or name one of them',
    examples: ['/digest', '/digest 2', '/digest morning figures'],
    permission: seeDigests,
    takes: 'words or nothing',
    answer: async (ctx, { text }) =>
      privately(text === '' ? await listFor(ctx) : await cardFor(ctx, (await find(ctx, text)).id)),
  },
  {
    command: 'digest',
    name: 'new',
    usage: '[#channel] [<when>]',
    summary: 'set up a message that is posted regularly',
    examples: [
      '/digest new',
      '/digest new #ops-daily every weekday 08:30 Europe/Berlin',
      '/digest new #ops-daily 10 minutes after each cut-off in Hamburg',
    ],
    permission: haveDigests,
    takes: 'words or nothing',
    answer: async (ctx, words) => await openNew(ctx, channelAndTime(words)),
  },
  ...(
    [
      ['edit', 'change what it says, where and when', async (ctx, digest) => await editFor(ctx, digest)],
      [
        'preview',
        'what it would say now, for you alone',
        async (ctx, digest) => await previewFor(ctx, digest),
      ],
      ['send', 'post it now, beside its times', async (ctx, { id }) => privately(await sentNow(ctx, id))],
      ['resume', 'post it again at its times', async (ctx, { id }) => privately(await resumed(ctx, id))],
      [
        'history',
        'what became of its last times',
        async (ctx, { id }) => privately(await historyFor(ctx, id)),
      ],
      ['delete', 'no longer post it', async (ctx, digest) => await deleteFor(ctx, digest)],
    ] as const satisfies readonly (readonly [
      string,
      string,
      (ctx: Context, digest: Digest) => Promise<Reply>,
    ])[]
  ).map(
    ([name, summary, run]): Verb => ({
      command: 'digest',
      name,
      usage: which,
      summary,
      examples: [`/digest ${name} 2`],
      permission: name === 'history' || name === 'preview' ? seeDigests : haveDigests,
      takes: 'words or nothing',
      answer: async (ctx, { text }) => await run(ctx, await find(ctx, text)),
    }),
  ),
  {
    command: 'digest',
    name: 'pause',
    usage: '<number or name> [until <when>]',
    summary: 'post it no longer until then, or until somebody resumes it',
    examples: ['/digest pause 2', '/digest pause stand-up until Mon 09:00'],
    permission: haveDigests,
    takes: 'words or nothing',
    async answer(ctx, { text }) {
      const [, which = text, when = null] = /^(.*?)(?:^| )until (.+)$/i.exec(text) ?? [];
      const { id } = await find(ctx, which);
      await pauseDigest.call(ctx, { id, until: when === null ? null : momentOf(ctx, when) });
      return privately(await cardFor(ctx, id));
    },
  },
  {
    command: 'digest',
    name: 'transfer',
    usage: '<number or name> @person',
    summary: 'somebody else is told when it cannot be posted',
    examples: ['/digest transfer 2 @Lena'],
    permission: haveDigests,
    takes: 'words',
    async answer(ctx, words) {
      const to = words.list.at(-1) ?? '';
      if (words.list.length < 2)
        throw new Refusal('invalid', 'Say which digest, and to whom.', {
          next: 'Such as `/digest transfer 2 @Lena`.',
        });
      const { id } = await find(ctx, words.list.slice(0, -1).join(' '));
      const { name } = await transferDigest.call(ctx, { id, to });
      return privately(await cardFor(ctx, id, `${name} owns it from now on`));
    },
  },
  {
    command: 'ops',
    name: 'heartbeat',
    usage: '[#channel] [<when>]',
    summary: 'post regularly that the bot is well; alone, list what is posted',
    examples: ['/ops heartbeat', '/ops heartbeat #ops-daily every weekday 08:30 Europe/Berlin'],
    permission: haveDigests,
    takes: 'words or nothing',
    async answer(ctx, words) {
      if (words.list.length === 0) return privately(await listFor(ctx));
      const { channel, when } = channelAndTime(words);
      const draft = await getReady.call(ctx, { key: 'heartbeat' });
      const here = ctx.channel && isChannel(ctx.channel) ? ctx.channel : draft.place;
      return privately(await setUp(ctx, { ...draft, when, place: channel ?? here }));
    },
  },
];

export const clicks = [
  answers(showAction, async (ctx, { id }) => showing(await cardFor(ctx, id))),
  answers(newAction, async (ctx) => await openNew(ctx, { channel: null, when: '' })),
  answers(readyAction, async (ctx, { key }) => showing(await setUp(ctx, await getReady.call(ctx, { key })))),
  answers(
    previewAction,
    async (ctx, { id }) => await previewFor(ctx, (await getDigest.call(ctx, { id })).digest),
  ),
  answers(sendAction, async (ctx, { id }) => showing(await sentNow(ctx, id))),
  answers(resumeAction, async (ctx, { id }) => showing(await resumed(ctx, id))),
  answers(editAction, async (ctx, { id }) => await editFor(ctx, (await getDigest.call(ctx, { id })).digest)),
  answers(moreAction, async (ctx, { id, what }) => {
    const { digest } = await getDigest.call(ctx, { id });
    if (what === 'history') return showing(await historyFor(ctx, id));
    if (what === 'edit') return await editFor(ctx, digest);
    if (what === 'delete') return await deleteFor(ctx, digest);
    await demandKeeper(ctx, ctx.engine.database.scope(ctx.workspace.id), digest.schedule.place);
    const form = {
      pause: () => pauseForm.open({ id }, pauseFormView(digest)),
      options: () => optionsForm.open({ id }, optionsFormView(digest)),
      transfer: () => transferForm.open({ id }, transferFormView(digest)),
    }[what]();
    return asking(
      form,
      said(`Slack did not open the form: \`/digest ${what} ${digest.number}\` does it in words.`),
    );
  }),
];

async function find(ctx: Context, text: string): Promise<Digest> {
  return await digestNamed.call(ctx, { text });
}

async function editFor(ctx: Context, digest: Digest): Promise<Reply> {
  await demandKeeper(ctx, ctx.engine.database.scope(ctx.workspace.id), digest.schedule.place);
  return await openEdit(ctx, digest);
}

async function deleteFor(ctx: Context, digest: Digest): Promise<Reply> {
  await demandKeeper(ctx, ctx.engine.database.scope(ctx.workspace.id), digest.schedule.place);
  const form = deleteForm.open({ id: digest.id }, deleteFormView(digest));
  return asking(form, said('Slack did not open the form. Try again.'));
}

async function previewFor(ctx: Context, digest: Digest): Promise<Reply> {
  return privately(editionMessage(await previewOf(ctx, digest)));
}

async function sentNow(ctx: Context, id: string) {
  const { digest } = await sendNow.call(ctx, { id });
  return await cardFor(ctx, digest.id, 'It is being posted, beside its times');
}

async function resumed(ctx: Context, id: string) {
  const { isChanged } = await resumeDigest.call(ctx, { id });
  return await cardFor(ctx, id, isChanged ? 'It is posted again' : 'It was not paused');
}

function said(text: string) {
  return message(mrkdwn`${text}`, [section(mrkdwn`${text}`)]);
}

function momentOf({ now, actor: { timeZone } }: Context, when: string): Date {
  const read = readMoment(when, { now, timeZone, direction: 'future', day: 'begins' });
  if (!('reason' in read)) return read.at;
  throw new Refusal('invalid', read.says, { next: read.next });
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
