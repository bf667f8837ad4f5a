import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { draftOf, keepDraft } from '../kept.ts';
import { lastOwn } from '../messages/own.ts';
import { nameOf } from '../names.ts';
import { readFile } from '../read-file.ts';
import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { Attached, Paperclip } from './attached.tsx';
import { Completions } from './completions.tsx';
import { GlobalShortcuts } from './shortcuts.tsx';
import { useCompletion } from './use-completion.ts';
import { useFocusAtVisit } from './use-focus.ts';

export interface ComposerProps {
  threadTs?: string;
  /** Text put in from elsewhere, and when. */
  draft?: { text: string; stamp: number };
}

const MOST_ROWS = 8;

/** The input of a conversation: Enter sends, / offers commands, @ people, # channels; the paperclip attaches files. */
export function Composer({ threadTs, draft }: ComposerProps) {
  const { client, me, channel, overview, messages, visits, act, edit, noteSent } = usePage();
  const key = [me, channel, threadTs].join(':');
  const [text, setText] = useState(() => draftOf(key));
  const [files, setFiles] = useState<File[]>([]);
  const box = useRef<HTMLTextAreaElement>(null);
  const completion = useCompletion(box, text, setText, overview);
  const here = overview.channels.find((c) => c.id === channel);

  useFocusAtVisit(box, visits);
  useEffect(() => {
    if (!draft || draft.stamp === 0) return;
    setText(draft.text);
    box.current?.focus();
  }, [draft]);
  // At once: after the next paint, a reload would have been quicker.
  useLayoutEffect(() => keepDraft(key, text), [key, text]);

  const usage = overview.commands.find((c) => text.startsWith(`${c.command} `));
  const deliver = async (typed: string) => {
    const more = threadTs ? { thread_ts: threadTs } : {};
    if (typed.startsWith('/') && files.length === 0) return client.command(me, channel, typed, more);
    return client.say(me, channel, typed, { ...more, files: await Promise.all(files.map(readFile)) });
  };
  const send = async () => {
    const typed = text.trim();
    if (typed === '' && files.length === 0) return;
    setText('');
    setFiles([]);
    // The button that was pressed is disabled now.
    box.current?.focus();
    if (!threadTs) noteSent();
    const going = deliver(typed).catch((error: unknown) => {
      setText(typed);
      setFiles(files);
      throw error;
    });
    await act(going);
  };
  const editLast = () => {
    const mine = text === '' && files.length === 0 ? lastOwn(messages, me, threadTs) : undefined;
    if (mine) edit({ ts: mine.ts, inThread: threadTs !== undefined });
    return mine !== undefined;
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (!completion.onKey(e) && !(e.key === 'ArrowUp' && editLast())) {
      if (e.key !== 'Enter' || e.shiftKey || e.isComposing) return;
      void send();
    }
    e.preventDefault();
  };
  if (here?.is_archived) return <p class="composer-closed">This channel is archived.</p>;

  const channelSign = here?.kind === 'public' || here?.kind === 'private' ? '#' : '';
  const place = threadTs ? 'Reply…' : `Message ${channelSign}${here ? nameOf(here, overview) : ''}`;
  return (
    <div class="composer">
      <Completions {...completion} />
      {usage?.usage_hint && (
        <p class="usage" data-testid="usage">
          <b>{usage.command}</b> <code>{usage.usage_hint}</code> <span>{usage.description}</span>
        </p>
      )}
      <Attached files={files} takeOff={(file) => setFiles(files.filter((f) => f !== file))} />
      <div class="composer-box">
        {!threadTs && <GlobalShortcuts />}
        <Paperclip
          attach={(chosen) => {
            setFiles([...files, ...chosen]);
            box.current?.focus();
          }}
        />
        <textarea
          ref={box}
          rows={Math.min(MOST_ROWS, text.split('\n').length)}
          data-testid={threadTs ? 'thread-composer' : 'composer'}
          aria-label={threadTs ? 'Reply' : place}
          aria-autocomplete="list"
          placeholder={place}
          value={text}
          onInput={(e) => {
            setText(e.currentTarget.value);
            completion.look();
          }}
          onKeyDown={onKeyDown}
          onKeyUp={completion.look}
          onClick={completion.look}
        />
        <button
          type="button"
          class="send"
          title="Send (Enter)"
          data-testid={threadTs ? 'thread-send' : 'send'}
          disabled={text.trim() === '' && files.length === 0}
          onClick={send}
        >
          <Icon name="send" label="Send" />
        </button>
      </div>
      {text.includes('\n') || text.length > 80 ? (
        <p class="composer-hint">
          <kbd>Enter</kbd> sends, <kbd>Shift Enter</kbd> starts a new line
        </p>
      ) : null}
    </div>
  );
}
