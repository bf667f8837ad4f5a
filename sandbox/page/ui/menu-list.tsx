import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAnchored } from './anchored.ts';
import { Icon } from './icons.tsx';
import type { MenuProps } from './menu.tsx';
import { useChoices } from './use-choices.ts';

export interface Choice {
  value: string;
  label: string;
  note?: string;
  group?: string;
  badge?: string;
  picture?: ComponentChildren;
}

const SEARCH_FROM = 8;

interface ListProps extends MenuProps {
  picked: string[];
  anchor: RefObject<HTMLButtonElement | null>;
  close: () => void;
}

/** The open list: arrows move, Enter picks, Esc closes, and typing filters. */
export function MenuList({
  label,
  choices,
  onPick,
  multiple,
  picked,
  above,
  suggest,
  anchor,
  close,
}: ListProps) {
  const [ticked, setTicked] = useState(picked);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const style = useAnchored(anchor, above === true);
  const { shown, asking } = useChoices(choices, typed, suggest);
  const searchable = suggest !== undefined || choices.length > SEARCH_FROM;

  const leave = () => {
    const changed = ticked.length !== picked.length || ticked.some((value) => !picked.includes(value));
    if (multiple && changed) onPick(ticked);
    close();
  };
  const pick = (choice: Choice | undefined) => {
    if (!choice) return;
    if (multiple) {
      setTicked(
        ticked.includes(choice.value) ? ticked.filter((v) => v !== choice.value) : [...ticked, choice.value],
      );
      return;
    }
    close();
    onPick([choice.value]);
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: shown.length - 1 }[e.key];
    if (e.key === 'Escape' || e.key === 'Tab') leave();
    else if (step !== undefined) setAt((at + step) % Math.max(shown.length, 1));
    else if (e.key === 'Enter') pick(shown[at]);
    else return;
    // Keys used by the list stop here: Esc must not close the modal around it as well.
    e.preventDefault();
    e.stopPropagation();
  };
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('input, [role=listbox]')?.focus(), []);
  useEffect(() => box.current?.querySelector('.at')?.scrollIntoView({ block: 'nearest' }), [at]);
  useEffect(() => {
    const outside = (e: MouseEvent) => {
      const inside = [box, anchor].some((part) => part.current?.contains(e.target as Node));
      if (!inside) leave();
    };
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys go to the list and the search inside it alike.
    <div class="menu-list" ref={box} style={style} onKeyDown={onKeyDown}>
      {searchable && (
        <input
          class="menu-search"
          aria-label="Search"
          placeholder="Search"
          value={typed}
          onInput={(e) => {
            setTyped(e.currentTarget.value);
            setAt(0);
          }}
        />
      )}
      <div role="listbox" tabIndex={-1} aria-label={label} aria-multiselectable={multiple === true}>
        {shown.map((c, i) => (
          <div key={c.value}>
            {c.group && c.group !== shown[i - 1]?.group && <p class="menu-group">{c.group}</p>}
            <button
              type="button"
              role="option"
              tabIndex={-1}
              class={i === at ? 'at' : ''}
              aria-selected={(multiple ? ticked : picked).includes(c.value)}
              data-testid={`option-${c.value}`}
              onMouseEnter={() => setAt(i)}
              onClick={() => pick(c)}
            >
              {c.picture}
              <span>
                {c.label}
                {c.note && <small>{c.note}</small>}
              </span>
              {c.badge && <span class="badge">{c.badge}</span>}
              {(multiple ? ticked : picked).includes(c.value) && <Icon name="check" label="chosen" />}
            </button>
          </div>
        ))}
        {shown.length === 0 && <p class="menu-group">{asking ? 'Looking…' : 'Nothing found'}</p>}
      </div>
    </div>
  );
}
