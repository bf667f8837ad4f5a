import { tellMessage } from '../changes/messages.ts';
import { appSees, fileJson } from '../state/file-json.ts';
import type { SlackFile } from '../state/files.ts';
import { postAsBot } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Json } from '../state/types.ts';
import { readContent, threadRoot } from './content.ts';
import { type Args, type MethodTable, messages, SlackError } from './method.ts';
import { postableChannel } from './places.ts';

const MOST_ALT_TEXT = 1_000;
const MOST_BYTES = 1_000_000_000;

export const files: MethodTable = {
  'files.getUploadURLExternal': {
    tier: '4',
    scope: 'files:write',
    required: ['filename', 'length'],
    // The client library uses `alt_text`, the reference `alt_txt`.
    optional: ['alt_txt', 'alt_text', 'snippet_type'],
    run(slack, args) {
      const size = args.number('length') ?? 0;
      if (size === 0) throw new SlackError('missing_argument');
      if (size > MOST_BYTES) throw new SlackError('file_upload_size_restricted');
      const alt_txt = args.text('alt_txt') ?? args.must('alt_text');
      if (alt_txt.length > MOST_ALT_TEXT) throw new SlackError('alt_txt_too_large');
      const { file, secret } = slack.files.announce({
        name: args.must('filename'),
        size,
        alt_txt,
        user: slack.app.bot_user_id,
      });
      return { upload_url: `${slack.origin}/upload/v1/${secret}`, file_id: file.id };
    },
  },
  'files.completeUploadExternal': {
    tier: '4',
    scope: 'files:write',
    required: ['files'],
    optional: ['channel_id', 'channels', 'thread_ts', 'initial_comment', 'blocks'],
    run(slack, args) {
      const given = listOf(args);
      const uploaded = given.map(({ id }) => waiting(slack, id));
      const channels = destinations(slack, args);
      const thread = args.text('thread_ts');
      if (thread !== undefined && channels.length !== 1) throw new SlackError('invalid_arguments');
      const comment = commentOf(slack, args);
      const roots = channels.map((channel) => threadRoot(slack, channel, thread));
      for (const [i, file] of uploaded.entries()) {
        file.title = given[i]?.title ?? file.title;
        slack.files.complete(file);
      }
      for (const [i, channel] of channels.entries())
        void tellMessage(
          slack,
          postAsBot(slack, { ...comment, channel: channel.id, thread_ts: roots[i], files: uploaded }),
        );
      return { files: uploaded.map(({ id, title }) => ({ id, title })) };
    },
  },
  'files.info': {
    tier: '4',
    scope: 'files:read',
    required: ['file'],
    optional: ['cursor', 'limit', 'count', 'page'],
    run: (slack, args) => ({ file: fileJson(slack, visible(slack, args.must('file'))), comments: [] }),
  },
  'files.delete': {
    tier: '3',
    scope: 'files:write',
    required: ['file'],
    run(slack, args) {
      const file = visible(slack, args.must('file'));
      if (file.user !== slack.app.bot_user_id) throw new SlackError('cant_delete_file');
      file.stage = 'deleted';
      return {};
    },
  },
};

function listOf(args: Args): { id: string; title?: string }[] {
  const given = args.json('files', 'invalid_arguments');
  const sound =
    Array.isArray(given) &&
    given.length > 0 &&
    given.every((f) => typeof (f as Json | null)?.id === 'string');
  if (!sound) throw new SlackError('invalid_arguments', messages('[ERROR] files must be a list of { id }'));
  return given as { id: string; title?: string }[];
}

function waiting(slack: Slack, id: string): SlackFile {
  const file = slack.files.get(id);
  if (file?.stage !== 'uploaded') throw new SlackError('file_not_found');
  return file;
}

function destinations(slack: Slack, args: Args): Channel[] {
  const ids = [args.must('channel_id'), ...args.must('channels').split(',')].filter((id) => id !== '');
  return [...new Set(ids)].map((id) => postableChannel(slack, id));
}

function commentOf(slack: Slack, args: Args) {
  const text = args.must('initial_comment');
  if (text !== '' || args.text('blocks') === undefined) return { text };
  return readContent(slack, args, 'chat.postMessage');
}

function visible(slack: Slack, id: string): SlackFile {
  const file = slack.files.get(id);
  if (file?.stage === 'deleted') throw new SlackError('file_deleted');
  if (file?.stage !== 'complete' || !appSees(slack, file)) throw new SlackError('file_not_found');
  return file;
}
