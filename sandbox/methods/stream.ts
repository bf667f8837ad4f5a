import { boolean, byType, type Check, list, object, string } from '../blockkit/check.ts';
import { validateMessage } from '../blockkit/index.ts';
import { editMessage, tellMessage } from '../changes/messages.ts';
import { withBlockIds } from '../state/elements.ts';
import { messageJson } from '../state/message-json.ts';
import { changed, postAsBot } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Json, Message, Stream } from '../state/types.ts';
import { customLook } from './chat.ts';
import { readMetadata, refuseIssues, threadRoot } from './content.ts';
import { type Args, type MethodTable, SlackError } from './method.ts';
import { knownChannel, postableChannel } from './places.ts';

const MOST_MARKDOWN = 12_000;
const LOOK = ['task_display_mode', 'icon_emoji', 'icon_url', 'username'];

/** Answers that arrive piece by piece: one message, to which text, steps and blocks are added until it is stopped. */
export const stream: MethodTable = {
  'chat.startStream': {
    tier: '2',
    scope: 'chat:write',
    required: ['channel'],
    optional: ['thread_ts', 'markdown_text', 'chunks', 'recipient_user_id', 'recipient_team_id', ...LOOK],
    run(slack, args) {
      customLook(slack, args);
      const channel = postableChannel(slack, args.must('channel'));
      const thread_ts = threadRoot(slack, channel, args.text('thread_ts'));
      if (channel.kind !== 'im') {
        if (args.text('recipient_user_id') === undefined) throw new SlackError('missing_recipient_user_id');
        if (args.text('recipient_team_id') === undefined) throw new SlackError('missing_recipient_team_id');
      }
      const begun: Stream = {
        text: '',
        tasks: new Map(),
        blocks: [],
        plan: args.text('task_display_mode') === 'plan',
      };
      take(args, begun);
      const message = postAsBot(slack, { channel: channel.id, thread_ts, text: begun.text });
      message.stream = begun;
      draw(slack, message);
      void tellMessage(slack, message);
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.appendStream': {
    tier: '4',
    scope: 'chat:write',
    required: ['channel', 'ts'],
    optional: ['markdown_text', 'chunks'],
    run(slack, args) {
      const { message, open } = streaming(slack, args);
      if (args.text('markdown_text') === undefined && args.text('chunks') === undefined)
        throw new SlackError('no_text');
      take(args, open);
      draw(slack, message);
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.stopStream': {
    tier: '2',
    scope: 'chat:write',
    required: ['channel', 'ts'],
    optional: ['markdown_text', 'chunks', 'blocks', 'metadata', 'session_status'],
    run(slack, args) {
      const { message, open } = streaming(slack, args);
      const blocks = args.json('blocks', 'invalid_blocks_format');
      if (blocks !== undefined) refuseIssues(validateMessage({ text: 'x', blocks }), 'invalid_blocks');
      const metadata = readMetadata(args, 'message');
      take(args, open);
      open.blocks.push(...((blocks ?? []) as Json[]));
      void editMessage(slack, message, () => {
        draw(slack, message);
        if (metadata) message.metadata = metadata;
        delete message.stream;
      });
      return { channel: message.channel, ts: message.ts, message: messageJson(slack, message) };
    },
  },
};

function streaming(slack: Slack, args: Args): { message: Message; open: Stream } {
  const channel = knownChannel(slack, args.must('channel'));
  const message = slack.messages.get(channel.id, args.must('ts'));
  if (!message) throw new SlackError('message_not_found');
  if (message.bot_id !== slack.app.bot_id) throw new SlackError('message_not_owned_by_app');
  if (!message.stream) throw new SlackError('message_not_in_streaming_state');
  return { message, open: message.stream };
}

const anything: Check = () => {};
const chunks = list(
  byType(
    {
      markdown_text: object({ type: anything, text: string(MOST_MARKDOWN, 0) }),
      plan_update: object({ type: anything, title: string(256) }),
      task_update: object(
        { type: anything, id: string(255), title: string(256), status: string(20) },
        { details: string(256), output: string(256), sources: list(anything, 100, 0), hide_title: boolean },
      ),
      blocks: object({ type: anything, blocks: anything }),
    },
    'a chunk',
  ),
  1_000,
  0,
);

/** Adds what a call brings to the message so far. */
function take(args: Args, to: Stream): void {
  const text = args.text('markdown_text') ?? '';
  if (text.length > MOST_MARKDOWN) throw new SlackError('msg_too_long');
  const given = args.json('chunks', 'invalid_chunks') ?? [];
  const issues: Parameters<Check>[2] = [];
  chunks(given, '/chunks', issues);
  refuseIssues(issues, 'invalid_chunks');
  for (const chunk of given as Json[])
    if (chunk.type === 'blocks')
      refuseIssues(validateMessage({ text: 'x', blocks: chunk.blocks }), 'invalid_blocks');
  to.text += text;
  for (const chunk of given as Json[]) add(chunk, to);
}

function add(chunk: Json, to: Stream): void {
  if (chunk.type === 'markdown_text') to.text += String(chunk.text);
  if (chunk.type === 'plan_update') Object.assign(to, { plan: true, title: String(chunk.title) });
  if (chunk.type === 'blocks') to.blocks.push(...(chunk.blocks as Json[]));
  if (chunk.type !== 'task_update') return;
  const { id, title, status, details, output, sources } = chunk;
  const before = to.tasks.get(String(id));
  to.tasks.set(String(id), {
    ...before,
    type: 'task_card',
    task_id: id,
    title,
    status,
    ...(details === undefined ? {} : { details: richText(details) }),
    ...(output === undefined ? {} : { output: richText(output) }),
    ...(sources === undefined ? {} : { sources }),
  });
}

function richText(text: unknown): Json {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: String(text) }] };
  return { type: 'rich_text', elements: [section] };
}

/** The message as it is so far: its steps, its text, then the blocks. */
function draw(slack: Slack, message: Message): void {
  const {
    text,
    tasks,
    blocks,
    plan,
    title = 'Plan',
  } = message.stream ?? { text: '', tasks: new Map(), blocks: [] };
  const cards = [...tasks.values()];
  const steps = plan && cards.length > 0 ? [{ type: 'plan', title, tasks: cards }] : cards;
  const said = text === '' ? [] : [{ type: 'markdown', text }];
  message.text = text;
  message.blocks = withBlockIds(slack, [...steps, ...said, ...blocks]);
  changed(slack, message);
}
