/** Requests in progress: a stop waits for them, since Bolt does not. */
export class Running {
  private readonly work = new Set<Promise<unknown>>();

  /** Counts `work` until it ends. */
  track<T>(work: Promise<T>): Promise<T> {
    const counted = work.finally(() => this.work.delete(counted));
    this.work.add(counted);
    counted.catch(() => {});
    return counted;
  }

  get size(): number {
    return this.work.size;
  }

  /** Waits until nothing is running, at most `ms`. */
  async drain(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    while (this.work.size > 0) {
      const before = this.work.size;
      const done = Promise.allSettled([...this.work]).then(() => true as const);
      if (!(await Promise.race([done, late.then(() => false)])) && this.work.size >= before) break;
    }
    clearTimeout(timer);
  }
}
