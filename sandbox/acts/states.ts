import { elementsOf, flatBlocks } from '../state/elements.ts';
import type { Json, View } from '../state/types.ts';
import { holdsState, initialState } from './values.ts';

export type States = View['values'];

/**
 * The state of every element in these blocks, as Slack sends it with each action and submission: what a member has set,
 * and how the untouched ones began.
 */
export function statesOf(blocks: Json[], held: States = {}, currentChannel?: string): States {
  const states: States = {};
  for (const block of flatBlocks(blocks)) {
    for (const element of elementsOf(block).filter(holdsState)) {
      const [id, action] = [String(block.block_id), String(element.action_id)];
      const state = held[id]?.[action] ?? initialState(element, currentChannel);
      states[id] = { ...states[id], [action]: state };
    }
  }
  return states;
}

/** Keeps the state of one element; one that holds none, such as a button, leaves nothing. */
export function keep(held: States, block: Json, element: Json, state: Json): void {
  if (!holdsState(element)) return;
  const id = String(block.block_id);
  held[id] = { ...held[id], [String(element.action_id)]: state };
}
