import { expect, test } from 'vitest';
import { originOf, type Parts } from './services.ts';

test("a request's correlation id hides its trigger id and is the same for a second delivery", () => {
  const delivery = { source: 'slack-command', key: '1.2.abcdef' };
  const { correlationId } = originOf({ workspace: {}, ground: {} } as Parts, delivery);
  expect(correlationId).not.toContain('abcdef');
  expect(originOf({ workspace: {}, ground: {} } as Parts, delivery).correlationId).toBe(correlationId);
});
