/** The drawn part of a long conversation: from `start`, up to but without `end`. */
export interface Window {
  start: number;
  end: number;
}

export const MOST_DRAWN = 120;
const STEP = 40;

/** The newest messages, or those around the linked one. */
export function openWindow(total: number, around = -1): Window {
  const end = around < 0 ? total : Math.min(total, around + MOST_DRAWN / 2);
  return { start: Math.max(0, end - MOST_DRAWN), end };
}

/** Extends towards older or newer messages and drops those far on the other side. */
export function slide(window: Window, towards: 'older' | 'newer', total: number): Window {
  if (towards === 'older') {
    const start = Math.max(0, window.start - STEP);
    return { start, end: Math.min(window.end, start + MOST_DRAWN) };
  }
  const end = Math.min(total, window.end + STEP);
  return { start: Math.max(window.start, end - MOST_DRAWN), end };
}

/**
 * Follows a growing or shrinking conversation: stays at the end for a reader at the end, else stays in place and
 * extends while there is room.
 */
export function follow(window: Window, atEnd: boolean, total: number): Window {
  if (atEnd || window.end > total) return openWindow(total);
  return { start: window.start, end: Math.min(total, Math.max(window.end, window.start + MOST_DRAWN)) };
}
