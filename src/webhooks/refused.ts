import type { RefusalCount, RefusalReason } from '../features/index.ts';

const hourMs = 3_600_000;
const flushMs = 1_000;

export interface Refusals {
  /** `source`: its id; empty: nobody's address. */
  count(source: string, reason: RefusalReason): void;
  /** Writes what is counted so far. */
  flush(): Promise<void>;
}

/** Counts what is refused, and writes the counts once a second: a flood of it is no flood of statements. */
export function countRefusals(
  now: () => Date,
  write: (counts: readonly RefusalCount[]) => Promise<void>,
  failed: (error: unknown) => void,
): Refusals {
  let counted = new Map<string, RefusalCount>();
  let timer: NodeJS.Timeout | null = null;

  function add(one: RefusalCount): void {
    const key = `${one.source} ${one.hour.getTime()} ${one.reason}`;
    const before = counted.get(key)?.count ?? 0;
    counted.set(key, { ...one, count: before + one.count });
    timer ??= setTimeout(() => void flush(), flushMs).unref();
  }

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const counts = [...counted.values()];
    counted = new Map();
    if (counts.length === 0) return;
    try {
      await write(counts);
    } catch (error) {
      failed(error);
      for (const one of counts) add(one);
    }
  }

  return {
    count(source, reason) {
      const hour = new Date(Math.floor(now().getTime() / hourMs) * hourMs);
      add({ source, hour, reason, count: 1 });
    },
    flush,
  };
}
