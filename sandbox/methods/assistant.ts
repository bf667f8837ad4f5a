import { isObject } from '../blockkit/check.ts';
import { changed } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { AssistantThread, Message } from '../state/types.ts';
import { type Args, type MethodTable, messages, SlackError } from './method.ts';
import { knownChannel } from './places.ts';

const STATUS_LASTS_MS = 120_000;
const MOST_LOADING = 10;
const PLACE = ['channel_id', 'thread_ts'];

/** What stands above and below a thread with the app: that it is at work, a title, and what to ask next. */
export const assistant: MethodTable = {
  'assistant.threads.setStatus': {
    tier: 'special',
    scope: 'chat:write',
    required: PLACE,
    optional: ['status', 'loading_messages', 'icon_emoji', 'icon_url', 'username'],
    run(slack, args) {
      const root = rootOf(slack, args);
      const loading = args.json('loading_messages', 'invalid_arguments') ?? [];
      if (!Array.isArray(loading) || loading.length > MOST_LOADING)
        throw new SlackError(
          'invalid_arguments',
          messages(`[ERROR] no more than ${MOST_LOADING} loading_messages`),
        );
      // An empty status takes it away, as a message of the app does, or two minutes.
      const status = args.must('status');
      set(slack, root, { status });
      if (status === '') return {};
      slack.clock.after(STATUS_LASTS_MS, () => {
        if (root.assistant?.status === status) set(slack, root, { status: '' });
      });
      return {};
    },
  },
  'assistant.threads.setTitle': {
    tier: '4',
    scope: 'assistant:write',
    required: [...PLACE, 'title'],
    run(slack, args) {
      set(slack, rootOf(slack, args), { title: args.must('title') });
      return {};
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    tier: '4',
    scope: 'assistant:write',
    required: [...PLACE, 'prompts'],
    optional: ['title'],
    run(slack, args) {
      const root = rootOf(slack, args);
      const prompts = args.json('prompts', 'invalid_arguments');
      const sound =
        Array.isArray(prompts) &&
        prompts.every((p) => isObject(p) && typeof p.title === 'string' && typeof p.message === 'string');
      if (!sound)
        throw new SlackError(
          'invalid_arguments',
          messages('[ERROR] prompts must be a list of { title, message }'),
        );
      set(slack, root, { prompts: prompts as AssistantThread['prompts'] });
      return {};
    },
  },
};

function rootOf(slack: Slack, args: Args): Message {
  const channel = knownChannel(slack, args.must('channel_id'));
  const root = slack.messages.get(channel.id, args.must('thread_ts'));
  if (!root || root.only_for) throw new SlackError('invalid_thread_ts');
  return root;
}

function set(slack: Slack, root: Message, part: Partial<AssistantThread>): void {
  root.assistant = { status: '', title: '', prompts: [], ...root.assistant, ...part };
  changed(slack, root);
}
