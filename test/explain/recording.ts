import pg from 'pg';
import { vi } from 'vitest';

/** A statement as the bot sent it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The server keeps its plan. */
  readonly prepared: boolean;
  /** What was being done. */
  readonly during: string;
}

const planned = /^\s*(\/\*.*?\*\/\s*)?(SELECT|INSERT|UPDATE|DELETE|WITH)\b/;

/** Writes down what every connection of this process sends. */
export function recordStatements() {
  const kept = new Map<string, Statement>();
  let during: string | null = null;
  const send = pg.Client.prototype.query as (...sent: unknown[]) => unknown;
  function record(this: pg.Client, ...sent: unknown[]) {
    const { text, values, name } = partsOf(sent);
    // Equal statements with equal values have equal plans.
    const key = JSON.stringify([text, values], (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    if (during !== null && planned.test(text) && !kept.has(key))
      kept.set(key, { text, values, prepared: name !== '', during });
    return send.apply(this, sent);
  }
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(record as never);
  return {
    /** What follows belongs to this. */
    now(what: string) {
      during = what;
    },
    stop: () => spy.mockRestore(),
    statements: (): readonly Statement[] => [...kept.values()],
  };
}

/** `query` takes a text or a description of it, with the values in one or the other. */
function partsOf([first, second]: readonly unknown[]) {
  const config = typeof first === 'string' ? { text: first } : first;
  const { text = '', values = [], name = '' } = config as Partial<pg.QueryConfig>;
  return { text, name, values: (Array.isArray(second) ? second : values) as unknown[] };
}
