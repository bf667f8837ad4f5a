import type { NewMessage } from './post.ts';

export interface Scheduled {
  id: string;
  /** Seconds since 1970. */
  post_at: number;
  date_created: number;
  message: NewMessage;
}

/** Messages that wait for their time. */
export class ScheduledMessages {
  #waiting = new Map<string, Scheduled>();

  add(scheduled: Scheduled): void {
    this.#waiting.set(scheduled.id, scheduled);
  }

  get(id: string): Scheduled | undefined {
    return this.#waiting.get(id);
  }

  /** Takes one out; undefined when it was posted or deleted before. */
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
