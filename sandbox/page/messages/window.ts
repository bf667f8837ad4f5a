/** The part of a long conversation that is drawn: from `start`, up to but without `end`. */
export interface Window {
  start: number;
  end: number;
}

export const MOST_DRAWN = 120;
const STEP = 40;

/** The newest messages, or those around the one that is looked for. */
export function openWindow(total: number, around = -1): Window {
  const end = around < 0 ? total : Math.min(total, around + MOST_DRAWN / 2);
  return { start: Math.max(0, end - MOST_DRAWN), end };
}

/** Further towards what is older or newer; what is far on the other side is let go. */
export function slide(window: Window, towards: 'older' | 'newer', total: number): Window {
  if (towards === 'older') {
    const start = Math.max(0, window.start - STEP);
    return { start, end: Math.min(window.end, start + MOST_DRAWN) };
  }
  const end = Math.min(total, window.end + STEP);
  return { start: Math.max(window.start, end - MOST_DRAWN), end };
}

/** As the conversation grows or shrinks: with it where its end is looked at, else where it was, and on while there is room. */
export function follow(window: Window, atEnd: boolean, total: number): Window {
  if (atEnd || window.end > total) return openWindow(total);
  return { start: window.start, end: Math.min(total, Math.max(window.end, window.start + MOST_DRAWN)) };
}
