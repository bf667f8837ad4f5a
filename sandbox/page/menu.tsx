import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';

export interface Choice {
  value: string;
  label: string;
  note?: string;
  group?: string;
}

export interface MenuProps {
  label: string;
  face: ComponentChildren;
  choices: Choice[];
  onPick: (values: string[]) => unknown;
  /** Several may be ticked; they are taken when the menu closes. */
  multiple?: boolean;
  picked?: string[];
  quiet?: boolean;
  above?: boolean;
  testId?: string;
}

const SEARCH_FROM = 8;
const MOST_HEIGHT = 310;

/** A button that opens a list: behind selects, overflow menus and shortcuts. */
export function Menu({
  label,
  face,
  choices,
  onPick,
  multiple,
  picked = [],
  quiet,
  above,
  testId,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const [ticked, setTicked] = useState(picked);
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [upwards, setUpwards] = useState(above === true);

  const close = () => {
    setOpen(false);
    setWanted('');
    const changed = ticked.length !== picked.length || ticked.some((value) => !picked.includes(value));
    if (multiple && changed) onPick(ticked);
  };
  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('input, [role=listbox]')?.focus();
  }, [open]);

  const shown = choices.filter((c) => c.label.toLowerCase().includes(wanted.toLowerCase()));
  const pick = (choice: Choice | undefined) => {
    if (!choice) return;
    if (multiple) {
      setTicked(
        ticked.includes(choice.value) ? ticked.filter((v) => v !== choice.value) : [...ticked, choice.value],
      );
      return;
    }
    setOpen(false);
    setWanted('');
    onPick([choice.value]);
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (!open) return;
    const step = { ArrowDown: 1, ArrowUp: shown.length - 1 }[e.key];
    if (e.key === 'Escape') {
      e.stopPropagation();
      close();
    } else if (step !== undefined) {
      e.preventDefault();
      setAt((at + step) % Math.max(shown.length, 1));
    } else if (e.key === 'Enter') {
      e.preventDefault();
      e.stopPropagation();
      pick(shown[at]);
    }
  };

  useEffect(() => {
    if (!open) return;
    const outside = (e: MouseEvent) => {
      if (!box.current?.contains(e.target as Node)) close();
    };
    const frame = box.current;
    document.addEventListener('mousedown', outside);
    frame?.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('mousedown', outside);
      frame?.removeEventListener('keydown', onKeyDown);
    };
  });

  return (
    <div class="menu" ref={box}>
      <button
        type="button"
        class={quiet ? 'quiet' : 'select'}
        title={quiet ? label : undefined}
        aria-label={quiet ? label : undefined}
        aria-haspopup="listbox"
        aria-expanded={open}
        data-testid={testId}
        onClick={() => {
          if (open) return close();
          setTicked(picked);
          setAt(0);
          // Near the bottom of the window the list opens upwards, or it would be cut off.
          const below = window.innerHeight - (box.current?.getBoundingClientRect().bottom ?? 0);
          setUpwards(above === true || below < MOST_HEIGHT);
          setOpen(true);
        }}
      >
        {face}
        {!quiet && <Icon name="chevron" />}
      </button>
      {open && (
        <div class={upwards ? 'menu-list above' : 'menu-list'} ref={list}>
          {choices.length > SEARCH_FROM && (
            <input
              class="menu-search"
              aria-label="Search"
              placeholder="Search"
              value={wanted}
              onInput={(e) => {
                setWanted(e.currentTarget.value);
                setAt(0);
              }}
            />
          )}
          <div role="listbox" tabIndex={-1} aria-label={label}>
            {shown.map((c, i) => (
              <div key={c.value}>
                {c.group && c.group !== shown[i - 1]?.group && <p class="menu-group">{c.group}</p>}
                <button
                  type="button"
                  role="option"
                  class={i === at ? 'at' : ''}
                  aria-selected={multiple ? ticked.includes(c.value) : picked.includes(c.value)}
                  data-testid={`option-${c.value}`}
                  onMouseEnter={() => setAt(i)}
                  onClick={() => pick(c)}
                >
                  <span>
                    {c.label}
                    {c.note && <small>{c.note}</small>}
                  </span>
                  {(multiple ? ticked : picked).includes(c.value) && <Icon name="check" label="chosen" />}
                </button>
              </div>
            ))}
            {shown.length === 0 && <p class="menu-group">Nothing found</p>}
          </div>
        </div>
      )}
    </div>
  );
}
