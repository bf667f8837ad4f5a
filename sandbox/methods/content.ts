import { isObject } from '../blockkit/check.ts';
import { type Issue, validateEntities, validateMessage } from '../blockkit/index.ts';
import { MOST_TEXT } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Json } from '../state/types.ts';
import { unusableMedia } from './media.ts';
import { type Args, messages, SlackError } from './method.ts';

const MOST_MARKDOWN = 12_000;

export interface Content {
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
}

/** Reads a message's content from the arguments, and refuses what Slack would refuse. */
export function readContent(slack: Slack, args: Args, method: 'chat.postMessage' | 'chat.update'): Content {
  const blocks = args.json('blocks', 'invalid_blocks_format');
  const attachments = args.json('attachments', 'invalid_attachments');
  const markdown = args.text('markdown_text');
  if (markdown !== undefined && (args.text('text') !== undefined || blocks !== undefined))
    throw new SlackError('markdown_text_conflict');
  if (markdown !== undefined && markdown.length > MOST_MARKDOWN) throw new SlackError('msg_too_long');
  const text = markdown ?? args.text('text');
  refuseIssues(validateMessage({ text, blocks, attachments }, method), 'invalid_blocks');
  refuseIssues(unusableMedia(slack, blocks), 'invalid_blocks');
  const metadata = readMetadata(args, 'message');
  return {
    text: text ?? '',
    ...(blocks === undefined ? {} : { blocks: blocks as Json[] }),
    ...(attachments === undefined ? {} : { attachments: attachments as Json[] }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

/** An event, Work Objects, or both. */
export function readMetadata(args: Args, of: 'message' | 'unfurl'): Json | undefined {
  const metadata = args.json('metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  const { event_type, event_payload, entities } = isObject(metadata) ? metadata : {};
  const none = event_type === undefined && event_payload === undefined;
  const sound = typeof event_type === 'string' && isObject(event_payload);
  if (!(sound || (none && entities !== undefined))) throw new SlackError('invalid_metadata_format');
  if (entities !== undefined) refuseIssues(validateEntities(entities, of), 'invalid_metadata_format');
  return metadata as Json;
}

/** The warning in the answer to a call whose text was cut. */
export function cutWarning(text: string): Json {
  if (text.length <= MOST_TEXT) return {};
  const said = `[WARN] Your message was truncated but still posted. The \`text\` field accepts up to 40,000 characters.`;
  const warnings = ['message_truncated'];
  return { warning: warnings.join(), response_metadata: { messages: [said], warnings } };
}

/** Throws the error code of the first issue; block errors use `blocksError`, which differs for views. */
export function refuseIssues(issues: Issue[], blocksError: string, prefix = ''): void {
  const first =
    issues.find((i) => i.code === 'no_text') ?? issues.find((i) => i.code !== 'invalid_blocks') ?? issues[0];
  if (!first) return;
  const lines = issues.map((i) => `[ERROR] ${i.message} [json-pointer:${prefix}${i.pointer}]`);
  throw new SlackError(first.code === 'invalid_blocks' ? blocksError : first.code, messages(...lines));
}

export function threadRoot(slack: Slack, channel: Channel, ts: string | undefined): string | undefined {
  if (ts === undefined) return undefined;
  const message = slack.messages.get(channel.id, ts);
  if (!message || message.only_for) throw new SlackError('thread_not_found');
  return message.thread_ts ?? message.ts;
}
