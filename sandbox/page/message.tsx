import type { SeenMessage } from '../client.ts';
import { Blocks } from './blocks/blocks.tsx';
import { Avatar, Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { clockTime } from './mrkdwn/date.ts';
import { Mrkdwn } from './mrkdwn/mrkdwn.tsx';
import { usePage } from './store.ts';

export function MessageRow({
  message,
  compact = false,
  inThread = false,
}: {
  message: SeenMessage;
  compact?: boolean;
  inThread?: boolean;
}) {
  const { overview, me, client, act } = usePage();
  const author = overview.members.find((m) => m.id === message.user);
  const zone = overview.members.find((m) => m.id === me)?.tz ?? 'Etc/UTC';
  const time = clockTime(Number(message.ts), zone);
  const press = (block_id: string, action_id: string, option: string | string[] | null | undefined) =>
    act(
      client.press(me, {
        channel: message.channel,
        ts: message.ts,
        block_id,
        action_id,
        ...(option === undefined ? {} : { option }),
      }),
    );
  return (
    <article
      class={`message ${compact ? 'compact' : ''} ${message.ephemeral ? 'ephemeral' : ''}`}
      data-testid="message"
      data-ts={message.ts}
    >
      {compact ? (
        <time class="compact-time">{time}</time>
      ) : (
        <Avatar id={message.user} name={author?.real_name ?? message.username} bot={message.is_bot} />
      )}
      <div class="message-body">
        {message.ephemeral && !compact && (
          <p class="only-you">
            <Icon name="eye" /> Only visible to you
          </p>
        )}
        {!compact && (
          <p class="byline">
            <strong>{message.is_bot ? message.username : (author?.real_name ?? message.username)}</strong>
            {message.is_bot && <span class="badge">App</span>}
            <time title={zone}>{time}</time>
          </p>
        )}
        {message.blocks && message.blocks.length > 0 ? (
          <Blocks blocks={message.blocks} press={press} />
        ) : (
          <p class="text">
            <Mrkdwn text={message.text} />
          </p>
        )}
        {message.edited && <small class="edited">(edited)</small>}
        {!inThread && message.replies.length > 0 && <ThreadLink message={message} />}
      </div>
      <Tools message={message} inThread={inThread} />
    </article>
  );
}

function ThreadLink({ message }: { message: SeenMessage }) {
  const { openThread, overview } = usePage();
  const authors = [...new Set(message.replies.map((r) => r.user))].slice(0, 4);
  const count = message.replies.length;
  return (
    <button
      type="button"
      class="thread-link"
      data-testid="thread-link"
      onClick={() => openThread(message.ts)}
    >
      {authors.map((id) => {
        const member = overview.members.find((m) => m.id === id);
        return <Avatar key={id} id={id} name={member?.real_name ?? id} bot={member?.is_bot ?? false} small />;
      })}
      <b>{count === 1 ? '1 reply' : `${count} replies`}</b>
      <span>View thread</span>
    </button>
  );
}

/** What can be done with a message: reply, or one of the app's message shortcuts. */
function Tools({ message, inThread }: { message: SeenMessage; inThread: boolean }) {
  const { openThread, overview, client, me, act } = usePage();
  const shortcuts = overview.shortcuts.filter((s) => s.type === 'message');
  if (message.ephemeral) return null;
  return (
    <div class="tools">
      {!inThread && (
        <button
          type="button"
          class="quiet"
          title="Reply in thread"
          data-testid="reply"
          onClick={() => openThread(message.thread_ts ?? message.ts)}
        >
          <Icon name="reply" label="Reply in thread" />
        </button>
      )}
      {shortcuts.length > 0 && (
        <Menu
          label="More actions"
          face={<Icon name="dots" />}
          quiet
          choices={shortcuts.map((s) => ({ value: s.callback_id, label: s.name, note: overview.bot.name }))}
          onPick={([picked]) =>
            act(client.shortcut(me, picked ?? '', { channel: message.channel, ts: message.ts }))
          }
        />
      )}
    </div>
  );
}
