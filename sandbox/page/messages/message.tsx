import { useState } from 'preact/hooks';
import type { SeenMessage } from '../../client.ts';
import { clockTime } from '../mrkdwn/date.ts';
import { usePage, useZone } from '../store.ts';
import { Avatar } from '../ui/avatar.tsx';
import { ErrorBoundary } from '../ui/boundary.tsx';
import { Icon } from '../ui/icons.tsx';
import { Content } from './content.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditBox } from './edit-box.tsx';
import { OnlyYou } from './only-you.tsx';
import { Reactions } from './reactions.tsx';
import { ThreadLink } from './thread-link.tsx';
import { Tools } from './tools.tsx';

export interface MessageRowProps {
  message: SeenMessage;
  /** Without the name: it continues the previous message. */
  compact?: boolean;
  inThread?: boolean;
  /** Tab enters the list here; arrows move on. */
  last?: boolean;
  dismiss?: (ts: string) => void;
}

export function MessageRow({ message, compact = false, inThread = false, last, dismiss }: MessageRowProps) {
  const { overview, target, editing, edit } = usePage();
  const zone = useZone();
  const [removing, setRemoving] = useState(false);
  const isEdited = editing?.ts === message.ts && editing.inThread === inThread;
  const author = overview.members.find((m) => m.id === message.user);
  const name = message.is_bot ? message.username : (author?.real_name ?? message.username);
  const time = clockTime(Number(message.ts), zone);
  const look = [
    'message',
    compact && 'compact',
    message.ephemeral && 'ephemeral',
    message.pinned && 'pinned',
    message.ts === target && 'target',
  ].filter((one) => one);
  return (
    <article
      class={look.join(' ')}
      data-testid="message"
      data-ts={message.ts}
      tabIndex={last ? 0 : -1}
      aria-label={`${name}, ${time}`}
    >
      {compact ? (
        <time class="compact-time">{time}</time>
      ) : (
        <Avatar id={message.user} name={name} bot={message.is_bot} />
      )}
      <div class="message-body">
        {message.ephemeral && <OnlyYou dismiss={dismiss && (() => dismiss(message.ts))} />}
        <Origin message={message} inThread={inThread} />
        {!compact && (
          <p class="byline">
            <strong>{name}</strong>
            {message.is_bot && <span class="badge">App</span>}
            <time title={zone}>{time}</time>
          </p>
        )}
        <ErrorBoundary fallback={<p class="text">{message.text}</p>}>
          {isEdited ? (
            <EditBox message={message} done={() => edit(undefined)} />
          ) : (
            <Content message={message} />
          )}
        </ErrorBoundary>
        {message.edited && <small class="edited">(edited)</small>}
        <Reactions message={message} />
        {!inThread && message.replies.length > 0 && <ThreadLink message={message} />}
      </div>
      {!message.ephemeral && !isEdited && (
        <Tools
          message={message}
          inThread={inThread}
          edit={() => edit({ ts: message.ts, inThread })}
          remove={() => setRemoving(true)}
        />
      )}
      {removing && <DeleteDialog message={message} done={() => setRemoving(false)} />}
    </article>
  );
}

/** A pin, or the thread of a reply that was also sent to the channel. */
function Origin({ message, inThread }: { message: SeenMessage; inThread: boolean }) {
  const { openThread } = usePage();
  const root = message.reply_broadcast ? message.thread_ts : undefined;
  return (
    <>
      {message.pinned && (
        <p class="origin">
          <Icon name="pin" /> Pinned
        </p>
      )}
      {root && !inThread && (
        <p class="origin">
          <Icon name="reply" /> replied to{' '}
          <button type="button" class="link" onClick={() => openThread(root)}>
            a thread
          </button>
        </p>
      )}
      {root && inThread && <p class="origin">Also sent to the channel</p>}
    </>
  );
}
