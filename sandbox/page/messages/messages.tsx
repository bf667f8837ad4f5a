import { useEffect, useState } from 'preact/hooks';
import { usePage, useZone } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { walk } from './arrows.ts';
import { hiddenBy } from './dismissed.ts';
import { continues, entriesOf, newDay } from './entries.ts';
import { ForgottenNote } from './forgotten-note.tsx';
import { MessageRow } from './message.tsx';
import { NoticeRow } from './notice.tsx';
import { useScroll } from './use-scroll.ts';
import { Welcome } from './welcome.tsx';

/** The conversation, oldest first, with a line where a day begins; only the part around the reader is drawn. */
export function Messages() {
  const { messages, notices, overview, me, target, forgot, sent, editing } = usePage();
  const zone = useZone();
  const [dismissed, setDismissed] = useState(() => hiddenBy(me));
  const entries = entriesOf(messages, notices).filter((e) => !dismissed.has(e.ts));
  const around = entries.findIndex((e) => e.ts === target);
  const { list, window, onScroll, toEnd, reveal, away } = useScroll(entries.length, around, sent);
  const edited = editing && !editing.inThread ? entries.findIndex((e) => e.ts === editing.ts) : -1;
  useEffect(() => reveal(edited), [editing]);
  const dismiss = (ts: string) => setDismissed(dismissed.with(ts));

  return (
    <div class="messages-frame">
      <div class="messages" ref={list} role="log" aria-label="Messages" onScroll={onScroll} onKeyDown={walk}>
        <div class="messages-inner">
          {window.start === 0 && <Welcome isEmpty={entries.length === 0} />}
          {entries.slice(window.start, window.end).map((entry, i) => {
            const before = entries[window.start + i - 1];
            const day = newDay(entry, before, zone, overview.now);
            return (
              <div key={entry.ts} data-entry={entry.ts}>
                {day && (
                  <div class="day">
                    <span>{day}</span>
                  </div>
                )}
                {'notice' in entry ? (
                  <NoticeRow notice={entry.notice} dismiss={dismiss} />
                ) : (
                  <MessageRow
                    message={entry.message}
                    last={window.start + i === entries.length - 1}
                    compact={!day && continues(entry.message, before)}
                    dismiss={dismiss}
                  />
                )}
              </div>
            );
          })}
          {forgot && <ForgottenNote />}
        </div>
      </div>
      {away && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" /> To the newest
        </button>
      )}
    </div>
  );
}
