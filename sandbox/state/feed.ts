import type { Change } from './types.ts';

export type ChangeListener = (change: Change) => void;

/** Announces changes; listeners then read the new state themselves. */
export class Feed {
  #listeners = new Set<ChangeListener>();

  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
