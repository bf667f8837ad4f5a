import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface DialogProps {
  label: string;
  class: string;
  testId: string;
  /** Esc, and a click beside it where `lightly` is set. */
  onClose: () => void;
  lightly?: boolean;
  role?: 'alertdialog';
  children: ComponentChildren;
}

/** The browser's own modal dialog: what is behind it cannot be reached while it is open. */
export function Dialog({ label, class: look, testId, onClose, lightly, role, children }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = frame.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      dialog?.close();
      returnFocus(before);
    };
  }, []);
  return (
    <dialog
      ref={frame}
      class={look}
      role={role}
      aria-label={label}
      data-testid={testId}
      onCancel={(e) => {
        // Whoever opened it closes it, perhaps after asking.
        e.preventDefault();
        onClose();
      }}
      onClose={() => {
        // At a second Esc the browser closes a dialog without asking; whether it goes is still its opener's to say.
        if (!frame.current) return;
        frame.current.showModal();
        onClose();
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Escape') return;
        e.preventDefault();
        e.stopPropagation();
        onClose();
      }}
      onMouseDown={(e) => lightly && e.target === e.currentTarget && onClose()}
    >
      {children}
    </dialog>
  );
}

/** To where the member was, or to the composer when that is gone. */
function returnFocus(before: Element | null): void {
  const there = before instanceof HTMLElement && before !== document.body && before.isConnected;
  const to = there ? before : document.querySelector<HTMLElement>('.composer textarea');
  to?.focus();
}
