import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { type Choice, MenuList } from './menu-list.tsx';

export type { Choice } from './menu-list.tsx';

export interface MenuProps {
  label: string;
  face: ComponentChildren;
  choices: Choice[];
  onPick: (values: string[]) => unknown;
  /** Several may be ticked; they are applied when the menu closes. */
  multiple?: boolean;
  picked?: string[];
  /** The button's look: a field, an icon, or its own content. */
  look?: 'select' | 'quiet' | 'bare';
  above?: boolean;
  disabled?: boolean;
  /** Returns choices for the typed text; without it the given ones are searched. */
  suggest?: ((typed: string) => Promise<Choice[]>) | undefined;
  testId?: string;
  /** Id of the field it replaces, whose label has `<id>-label`. */
  id?: string | undefined;
}

/** A button that opens a list: behind selects, overflow menus, shortcuts and the member switcher. */
export function Menu(props: MenuProps) {
  const { label, face, look = 'select', picked = [], testId } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    // A menu of the composer leads back to what is being written.
    const composer = button.current?.closest('.composer')?.querySelector('textarea');
    (composer ?? button.current)?.focus();
  };
  return (
    <div class="menu">
      <button
        type="button"
        ref={button}
        id={props.id}
        aria-labelledby={props.id && `${props.id}-label ${props.id}`}
        class={look}
        title={look === 'quiet' ? label : undefined}
        aria-label={look === 'quiet' ? label : undefined}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-disabled={props.disabled}
        data-testid={testId}
        onClick={() => !props.disabled && setOpen(!open)}
      >
        {face}
        {look === 'select' && <Icon name="chevron" />}
      </button>
      {open && <MenuList {...props} picked={picked} anchor={button} close={close} />}
    </div>
  );
}
