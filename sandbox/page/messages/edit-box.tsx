import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SeenMessage } from '../../client.ts';
import { usePage } from '../store.ts';
import { typedText } from './typed.ts';

/** Editing one's own message: Enter saves, Esc cancels. */
export function EditBox({ message, done }: { message: SeenMessage; done: () => void }) {
  const { client, me, act, overview } = usePage();
  const before = typedText(message.text, overview);
  const [text, setText] = useState(before);
  const box = useRef<HTMLTextAreaElement>(null);
  // Before it is painted, so that typing works at once.
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.setSelectionRange(before.length, before.length);
  }, []);
  const empty = text.trim() === '' && message.files.length === 0;
  const save = async () => {
    if (empty) return;
    if (text !== before)
      await act(client.edit(me, { channel: message.channel, ts: message.ts }, text.trim()));
    done();
  };
  return (
    <div class="edit-box">
      <textarea
        ref={box}
        class="field"
        rows={Math.min(8, text.split('\n').length)}
        aria-label="Edit message"
        data-testid="edit-text"
        value={text}
        onInput={(e) => setText(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Escape') done();
          else if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) void save();
          else return;
          e.preventDefault();
        }}
      />
      <div class="block-actions">
        <button type="button" class="button small" onClick={done}>
          Cancel
        </button>
        <button
          type="button"
          class="button small primary"
          data-testid="edit-save"
          disabled={empty}
          onClick={save}
        >
          Save
        </button>
      </div>
    </div>
  );
}
