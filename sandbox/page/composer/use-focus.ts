import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** On a touch screen the focus opens the keyboard, over what somebody reads. */
function focusGently(box: HTMLElement | null | undefined): void {
  if (!matchMedia('(pointer: coarse)').matches) box?.focus();
}

/** The composer takes the focus when its place opens, and at every later visit. */
export function useFocusAtVisit(box: RefObject<HTMLElement | null>, visits: number): void {
  useEffect(() => focusGently(box.current), [visits]);
}

/** The keyboard leads to the composer when whatever had the focus is gone, and when somebody just types. */
export function useWayToComposer(): void {
  useEffect(() => {
    let last: { element: Element; thread: Element | null } | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = { element: target, thread: target.closest('.thread') };
    };
    // The browser tells nobody that the focused element was removed.
    const removals = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const { thread } = last;
      last = undefined;
      // A form that is redrawn keeps the place from which Tab goes on.
      if (!document.querySelector('dialog[open]'))
        focusGently(composerIn(thread?.isConnected ? thread : document));
    });
    removals.observe(document.body, { childList: true, subtree: true });
    const onKey = (e: KeyboardEvent) => {
      const isText = e.key.length === 1 && e.key !== ' ' && !(e.ctrlKey || e.metaKey || e.altKey);
      const at = e.target instanceof Element ? e.target : null;
      // The key is typed into whatever has the focus after this.
      if (isText && !at?.closest('input, textarea, select, dialog, .menu-list'))
        composerIn(document)?.focus();
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    return () => {
      removals.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

function composerIn(part: ParentNode): HTMLElement | null {
  return part.querySelector('.composer textarea');
}
