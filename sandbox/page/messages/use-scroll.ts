import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { follow, openWindow, slide } from './window.ts';

const NEAR = 300;
const AT_END = 60;

/**
 * Which entries are drawn, and the scroll position: at the end while the member is there, else where they read,
 * whatever is added or removed above and below. Whoever sends something, which `sent` counts, is led to the end.
 */
export function useScroll(total: number, around: number, sent: number) {
  const list = useRef<HTMLDivElement>(null);
  const [window, setWindow] = useState(() => openWindow(total, around));
  const [before, setBefore] = useState(total);
  const atEnd = useRef(around < 0);
  const lastTop = useRef(0);
  const held = useRef<{ ts: string; top: number } | undefined>(undefined);
  const [away, setAway] = useState(around >= 0);
  if (total !== before) {
    setBefore(total);
    setWindow(follow(window, atEnd.current, total));
    // New messages while the member reads further up show as a button to the end.
    if (total > before && !atEnd.current) setAway(true);
  }

  useLayoutEffect(() => {
    const box = list.current;
    if (!box?.firstElementChild) return;
    if (around >= 0) box.querySelector('.target')?.scrollIntoView({ block: 'center' });
    const stay = () => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    };
    stay();
    // Pictures grow as they load.
    const growth = new ResizeObserver(stay);
    growth.observe(box.firstElementChild);
    return () => growth.disconnect();
  }, []);
  useLayoutEffect(() => {
    const box = list.current;
    const row = held.current && box?.querySelector(`[data-entry="${held.current.ts}"]`);
    if (box && row && held.current) box.scrollTop += row.getBoundingClientRect().top - held.current.top;
    held.current = undefined;
  }, [window.start, window.end]);

  const toEnd = () => {
    atEnd.current = true;
    setAway(false);
    setWindow(openWindow(total));
    requestAnimationFrame(() => list.current?.scrollTo({ top: list.current.scrollHeight }));
  };
  const answered = useRef(sent);
  useLayoutEffect(() => {
    if (sent !== answered.current) toEnd();
    answered.current = sent;
  }, [sent]);

  const move = (towards: 'older' | 'newer') => {
    const next = slide(window, towards, total);
    if (next.start === window.start && next.end === window.end) return;
    held.current = firstVisible(list.current);
    setWindow(next);
  };
  return {
    list,
    window,
    away,
    toEnd,
    /** Draws the entry at this index, if there is one and it is not drawn yet. */
    reveal(index: number) {
      if (index < 0 || (index >= window.start && index < window.end)) return;
      atEnd.current = false;
      setWindow(openWindow(total, index));
    },
    onScroll(e: { currentTarget: HTMLDivElement }) {
      const box = e.currentTarget;
      const left = box.scrollHeight - box.scrollTop - box.clientHeight;
      const last = window.end >= total;
      // Growing content moves the end away without the member: only scrolling up means reading.
      if (left < AT_END && last) atEnd.current = true;
      else if (box.scrollTop < lastTop.current) atEnd.current = false;
      lastTop.current = box.scrollTop;
      setAway(!atEnd.current && (left > box.clientHeight || !last));
      if (box.scrollTop < NEAR) move('older');
      else if (left < NEAR) move('newer');
    },
  };
}

function firstVisible(box: HTMLElement | null): { ts: string; top: number } | undefined {
  const top = box?.getBoundingClientRect().top ?? 0;
  for (const row of box?.querySelectorAll<HTMLElement>('[data-entry]') ?? []) {
    const at = row.getBoundingClientRect();
    if (at.bottom > top) return { ts: row.dataset.entry ?? '', top: at.top };
  }
  return undefined;
}
