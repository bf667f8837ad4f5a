import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Overview } from '../../client.ts';
import { type Completion, completions } from './completion.ts';

/** Completions for the word at the caret; arrows choose, Tab and Enter accept, Esc closes. */
export function useCompletion(
  box: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
  overview: Overview,
) {
  const [caret, setCaret] = useState(text.length);
  const [chosen, choose] = useState(0);
  const [closed, setClosed] = useState(false);
  const placed = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (placed.current !== undefined) box.current?.setSelectionRange(placed.current, placed.current);
    placed.current = undefined;
  }, [text]);

  const offered = closed ? [] : completions(text, caret, overview);
  const take = (c: Completion | undefined) => {
    if (!c) return;
    setText(c.completed);
    setCaret(c.caret);
    choose(0);
    placed.current = c.caret;
    box.current?.focus();
  };
  return {
    offered,
    chosen,
    choose,
    take,
    /** After typing, and after the caret was moved. */
    look() {
      const at = box.current?.selectionEnd ?? 0;
      if (at === caret) return;
      setCaret(at);
      setClosed(false);
      choose(0);
    },
    /** Whether the list used the key. */
    onKey(e: KeyboardEvent): boolean {
      if (offered.length === 0) return false;
      const step = { ArrowDown: 1, ArrowUp: offered.length - 1 }[e.key];
      // A word already typed in full is sent, not completed.
      const whole = offered.some((o) => o.completed.trim() === text.trim());
      if (step !== undefined) choose((chosen + step) % offered.length);
      else if (e.key === 'Tab' || (e.key === 'Enter' && !e.shiftKey && !whole)) take(offered[chosen]);
      else if (e.key === 'Escape') setClosed(true);
      else return false;
      return true;
    },
  };
}
