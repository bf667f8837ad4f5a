import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const GAP = 4;
const MARGIN = 8;
const MOST_HEIGHT = 340;

/**
 * The position of a list that opens at a button: above everything, never cut off by a scrolling frame, upwards if there
 * is no room below. It follows the button when the page moves.
 */
export function useAnchored(anchor: RefObject<HTMLElement | null>, above: boolean): Record<string, string> {
  // Invisible until it is placed, but present: a hidden element could not take the focus.
  const [style, setStyle] = useState<Record<string, string>>({ opacity: '0' });
  useLayoutEffect(() => {
    const place = () => {
      const at = anchor.current?.getBoundingClientRect();
      if (at) setStyle(placeAt(at, above));
    };
    place();
    window.addEventListener('resize', place);
    document.addEventListener('scroll', place, true);
    return () => {
      window.removeEventListener('resize', place);
      document.removeEventListener('scroll', place, true);
    };
  }, [anchor, above]);
  return style;
}

function placeAt(at: DOMRect, above: boolean): Record<string, string> {
  const below = innerHeight - at.bottom - GAP - MARGIN;
  const over = at.top - GAP - MARGIN;
  const upwards = above || (below < MOST_HEIGHT && over > below);
  const leftwards = at.left + at.width / 2 > innerWidth / 2;
  return {
    'max-height': `${Math.min(MOST_HEIGHT, upwards ? over : below)}px`,
    'min-width': `${Math.max(at.width, 210)}px`,
    ...(upwards ? { bottom: `${innerHeight - at.top + GAP}px` } : { top: `${at.bottom + GAP}px` }),
    ...(leftwards
      ? { right: `${Math.max(MARGIN, innerWidth - at.right)}px` }
      : { left: `${Math.max(MARGIN, at.left)}px` }),
  };
}
