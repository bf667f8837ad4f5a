import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Notice, SeenMessage } from '../client.ts';
import { Avatar, Icon } from './icons.tsx';
import { MessageRow } from './message.tsx';
import { clockTime, dayName } from './mrkdwn/date.ts';
import { usePage } from './store.ts';
import { Welcome } from './welcome.tsx';

type Entry = { ts: string; message: SeenMessage } | { ts: string; notice: Notice };

const TOGETHER_SECONDS = 300;

/** The conversation, oldest first, with a line where a day begins; stays at its end while it is there. */
export function Messages() {
  const { messages, notices, overview, me } = usePage();
  const zone = overview.members.find((m) => m.id === me)?.tz ?? 'Etc/UTC';
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  // Follows what arrives, and pictures that grow as they load, unless the member has scrolled up to read.
  useLayoutEffect(() => {
    const box = list.current;
    if (!box?.firstElementChild) return;
    const follow = () => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    };
    follow();
    const growth = new ResizeObserver(follow);
    growth.observe(box.firstElementChild);
    return () => growth.disconnect();
  }, []);

  const entries: Entry[] = [
    ...messages.map((message) => ({ ts: message.ts, message })),
    ...notices.map((notice) => ({ ts: notice.ts, notice })),
  ].sort((a, b) => Number(a.ts) - Number(b.ts));

  return (
    <div
      class="messages"
      ref={list}
      role="log"
      onScroll={(e) => {
        const box = e.currentTarget;
        const near = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
        // Growing content moves the end away without the member having moved: only going up means reading.
        if (near) atEnd.current = true;
        else if (box.scrollTop < lastTop.current) atEnd.current = false;
        lastTop.current = box.scrollTop;
      }}
    >
      <div class="messages-inner">
        {entries.length === 0 && <Welcome />}
        {entries.map((entry, i) => {
          const before = entries[i - 1];
          const day = dayName(Number(entry.ts), zone, overview.now);
          const newDay = !before || dayName(Number(before.ts), zone, overview.now) !== day;
          return (
            <div key={entry.ts}>
              {newDay && (
                <div class="day">
                  <span>{day}</span>
                </div>
              )}
              {'notice' in entry ? (
                <NoticeRow notice={entry.notice} zone={zone} />
              ) : (
                <MessageRow message={entry.message} compact={!newDay && continues(before, entry.message)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A message soon after another of the same author leaves out the name. */
function continues(before: Entry | undefined, message: SeenMessage): boolean {
  if (!before || !('message' in before) || before.message.user !== message.user) return false;
  const kept = before.message.ephemeral === message.ephemeral && before.message.replies.length === 0;
  return kept && Number(message.ts) - Number(before.ts) < TOGETHER_SECONDS;
}

function NoticeRow({ notice, zone }: { notice: Notice; zone: string }) {
  return (
    <article class="message ephemeral" data-testid="notice">
      <Avatar id="slackbot" name="Slackbot" />
      <div class="message-body">
        <p class="only-you">
          <Icon name="eye" /> Only visible to you
        </p>
        <p class="byline">
          <strong>Slackbot</strong>
          <time>{clockTime(Number(notice.ts), zone)}</time>
        </p>
        <p class="text">{notice.text}</p>
      </div>
    </article>
  );
}
