import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import type { Choice } from '../ui/menu.tsx';

export type Entered = string | string[] | null;

/** The surface that blocks are on: a message, a modal or a Home, and its reactions to presses and typing. */
export interface Surface {
  blocks: Json[];
  /** Sends an action; asks first when the element has a confirm dialog. */
  press: (block_id: string, action_id: string, option?: Entered) => unknown;
  /** Asks the app for the options of an external select. */
  suggest: (block_id: string, action_id: string, typed: string) => Promise<Choice[]>;
  values?: Record<string, Record<string, Json>>;
  errors?: Record<string, string>;
  entered?: Record<string, Record<string, Entered>>;
  enter?: (block: string, action: string, value: Entered) => void;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('There is no surface around this block');
  return surface;
}

export function wordsOf(text: unknown): string {
  return String((text as Json | undefined)?.text ?? '');
}
