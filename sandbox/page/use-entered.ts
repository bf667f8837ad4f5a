import { useState } from 'preact/hooks';
import type { ViewValues } from '../client.ts';
import type { Json } from '../state/types.ts';
import type { Entered } from './blocks/surface.ts';

/** What was typed into the inputs of a message or a Home and travels with the next press. */
export function useEntered(blocks: Json[]) {
  const [entered, setEntered] = useState<Record<string, Record<string, Entered>>>({});
  const enter = (block: string, action: string, value: Entered) =>
    setEntered((now) => ({ ...now, [block]: { ...now[block], [action]: value } }));
  // A redraw may have removed fields with typed values.
  const typed = () => {
    const there = new Set(blocks.map((b) => String(b.block_id)));
    return Object.fromEntries(Object.entries(entered).filter(([block]) => there.has(block))) as ViewValues;
  };
  return { entered, enter, typed };
}
