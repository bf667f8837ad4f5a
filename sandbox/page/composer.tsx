import { useEffect, useRef, useState } from 'preact/hooks';
import { type Completion, completions } from './completion.ts';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { usePage } from './store.ts';

export interface ComposerProps {
  place: string;
  threadTs?: string;
  draft?: { text: string; stamp: number };
}

/** Where a member types: Enter sends, / offers commands, @ offers people; arrows and Tab choose, Esc closes. */
export function Composer({ place, threadTs, draft }: ComposerProps) {
  const { client, me, channel, overview, act } = usePage();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const archived = overview.channels.find((c) => c.id === channel)?.is_archived;

  useEffect(() => {
    if (!draft || draft.stamp === 0) return;
    setText(draft.text);
    box.current?.focus();
  }, [draft]);
  // The box grows with what is typed.
  useEffect(() => {
    const area = box.current;
    if (!area) return;
    area.rows = Math.min(8, text.split('\n').length);
  }, [text]);

  const offered = closed ? [] : completions(text, overview);
  const usage = overview.commands.find((c) => text.startsWith(`${c.command} `));
  const complete = (c: Completion | undefined) => {
    if (!c) return;
    setText(c.completed);
    setChosen(0);
    box.current?.focus();
  };
  const send = async () => {
    const typed = text.trim();
    if (typed === '') return;
    setText('');
    const more = threadTs ? { thread_ts: threadTs } : {};
    const going: Promise<unknown> = typed.startsWith('/')
      ? client.command(me, channel, typed, more)
      : client.say(me, channel, typed, more);
    await act(
      going.catch((error: unknown) => {
        setText(typed);
        throw error;
      }),
    );
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (offered.length > 0 && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      e.preventDefault();
      setChosen((chosen + (e.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    } else if (
      offered.length > 0 &&
      (e.key === 'Tab' || (e.key === 'Enter' && !offered.some((o) => o.completed.trim() === text.trim())))
    ) {
      e.preventDefault();
      complete(offered[chosen] ?? offered[0]);
    } else if (e.key === 'Escape') {
      setClosed(true);
    } else if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
      e.preventDefault();
      void send();
    }
  };
  const shortcuts = threadTs ? [] : overview.shortcuts.filter((s) => s.type === 'global');
  if (archived) return <p class="composer-closed">This channel is archived.</p>;

  return (
    <div class="composer">
      {offered.length > 0 && (
        <ul class="completion" data-testid="completion">
          {offered.map((c, i) => (
            <li key={c.completed}>
              <button
                type="button"
                role="option"
                aria-selected={i === chosen}
                onMouseEnter={() => setChosen(i)}
                onClick={() => complete(c)}
              >
                <b>{c.label}</b>
                {c.hint && <code>{c.hint}</code>}
                <span>{c.note}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {usage?.usage_hint && (
        <p class="usage" data-testid="usage">
          <b>{usage.command}</b> <code>{usage.usage_hint}</code> <span>{usage.description}</span>
        </p>
      )}
      <div class="composer-box">
        {shortcuts.length > 0 && (
          <Menu
            label="Shortcuts"
            face={<Icon name="bolt" />}
            quiet
            above
            choices={shortcuts.map((s) => ({ value: s.callback_id, label: s.name, note: s.description }))}
            onPick={([picked]) => act(client.shortcut(me, picked ?? ''))}
          />
        )}
        <textarea
          ref={box}
          rows={1}
          data-testid={threadTs ? 'thread-composer' : 'composer'}
          aria-label={threadTs ? 'Reply' : `Message ${place}`}
          placeholder={threadTs ? 'Reply…' : `Message ${place}`}
          value={text}
          onInput={(e) => {
            setText(e.currentTarget.value);
            setClosed(false);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="send"
          data-testid={threadTs ? 'thread-send' : 'send'}
          disabled={text.trim() === ''}
          onClick={send}
        >
          <Icon name="send" label="Send" />
        </button>
      </div>
    </div>
  );
}
