/** Signals within this process that its sender has sent a message of a request. Other processes signal nothing here. */
export class Redraws {
  private readonly watchers = new Map<string, Set<() => void>>();

  sent(correlationId: string): void {
    for (const tell of this.watchers.get(correlationId) ?? []) tell();
  }

  /** Calls `tell` for each message until the returned function is called. */
  watch(correlationId: string, tell: () => void): () => void {
    const told = this.watchers.get(correlationId) ?? new Set();
    this.watchers.set(correlationId, told.add(tell));
    return () => {
      told.delete(tell);
      if (told.size === 0) this.watchers.delete(correlationId);
    };
  }
}
