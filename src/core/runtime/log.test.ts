import { expect, test } from 'vitest';
import { childWhenUsed, type Log } from './log.ts';

test('a child logger is created by its first line, and never if it has none', () => {
  const made: object[] = [];
  const lines: unknown[] = [];
  const say = (...line: unknown[]) => void lines.push(line);
  const log: Log = {
    debug: say,
    info: say,
    warn: say,
    error: say,
    child(bindings) {
      made.push(bindings);
      return log;
    },
  };
  const child = childWhenUsed(log, { correlationId: 'abc' });
  expect(made).toEqual([]);
  child.warn('one');
  child.error({ reference: 'QM-1' }, 'two');
  expect(made).toEqual([{ correlationId: 'abc' }]);
  expect(lines).toEqual([['one'], [{ reference: 'QM-1' }, 'two']]);
});
