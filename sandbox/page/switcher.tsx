import { useState } from 'preact/hooks';
import { nameOf, roleOf } from './names.ts';
import { usePage } from './store.ts';
import { Avatar } from './ui/avatar.tsx';
import { Dialog } from './ui/dialog.tsx';
import { Icon } from './ui/icons.tsx';

/** Ctrl+K: to any conversation, or to another member, by a few letters. */
export function Switcher({ close }: { close: () => void }) {
  const { overview, me, go, actAs } = usePage();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const places = overview.channels.map((c) => ({
    key: c.id,
    label: nameOf(c, overview),
    note: c.kind === 'im' ? 'Direct message' : '',
    picture: c.kind === 'im' ? <Icon name="reply" /> : <Icon name={c.kind === 'private' ? 'lock' : 'hash'} />,
    take: () => go(c.id),
  }));
  const people = overview.members
    .filter((m) => !m.is_bot && !m.deleted && m.id !== me)
    .map((m) => ({
      key: m.id,
      label: m.real_name,
      note: ['Act as', roleOf(m, overview)].filter((words) => words).join(' · '),
      picture: <Avatar id={m.id} name={m.real_name} small />,
      take: () => actAs(m.id),
    }));
  const shown = [...places, ...people].filter((e) => e.label.toLowerCase().includes(typed.toLowerCase()));
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: shown.length - 1 }[e.key];
    if (step !== undefined) setAt((at + step) % Math.max(shown.length, 1));
    else if (e.key === 'Enter' && shown[at]) {
      close();
      shown[at].take();
    } else return;
    e.preventDefault();
  };
  return (
    <Dialog label="Go to" class="switcher" testId="switcher" onClose={close} lightly>
      <label class="switcher-field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-label="Go to a conversation, or act as somebody"
          placeholder="Go to a conversation, or act as somebody"
          data-autofocus=""
          value={typed}
          onInput={(e) => {
            setTyped(e.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div role="listbox" aria-label="People and conversations">
        {shown.map((entry, i) => (
          <button
            key={entry.key}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onMouseEnter={() => setAt(i)}
            onClick={() => {
              close();
              entry.take();
            }}
          >
            {entry.picture}
            <span>{entry.label}</span>
            <small>{entry.note}</small>
          </button>
        ))}
        {shown.length === 0 && <p class="menu-group">Nothing found</p>}
      </div>
    </Dialog>
  );
}
