import type { NewMessage } from './post.ts';

export interface Scheduled {
  id: string;
  /** Seconds since 1970. */
  post_at: number;
  date_created: number;
  message: NewMessage;
}

/** Messages scheduled for later. */
export class ScheduledMessages {
  #waiting = new Map<string, Scheduled>();

  add(scheduled: Scheduled): void {
    this.#waiting.set(scheduled.id, scheduled);
  }

  get(id: string): Scheduled | undefined {
    return this.#waiting.get(id);
  }

  /** Removes and returns one; undefined when it was already posted or deleted. */
  take(id: string): Scheduled | undefined {
    const found = this.#waiting.get(id);
    this.#waiting.delete(id);
    return found;
  }

  all(): Scheduled[] {
    return [...this.#waiting.values()].sort((a, b) => a.post_at - b.post_at);
  }

  clear(): void {
    this.#waiting.clear();
  }
}
