import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface DialogProps {
  label: string;
  class: string;
  testId: string;
  /** Esc, and a click beside it if `lightly` is set. */
  onClose: () => void;
  lightly?: boolean;
  role?: 'alertdialog';
  children: ComponentChildren;
}

/** The browser's own modal dialog: the page behind it is out of reach while it is open. */
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
        // Its owner closes it, perhaps after a question.
        e.preventDefault();
        onClose();
      }}
      onClose={() => {
        // At a second Esc the browser closes a dialog without asking; its owner still decides.
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

/** Back to the earlier element, or to the composer when that is gone. */
function returnFocus(before: Element | null): void {
  const there = before instanceof HTMLElement && before !== document.body && before.isConnected;
  const to = there ? before : document.querySelector<HTMLElement>('.composer textarea');
  to?.focus();
}
