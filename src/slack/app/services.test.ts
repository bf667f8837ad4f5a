import { expect, test } from 'vitest';
import { deliveryOf } from '../../core/runtime/delivery.ts';
import { originOf, type Parts } from './services.ts';

test('the correlation id of a request does not give its trigger id away, and is the same when it comes again', () => {
  const delivery = deliveryOf('slack-command', '1.2.abcdef');
  const { correlationId } = originOf({ workspace: {}, ground: {} } as Parts, delivery);
  expect(correlationId).not.toContain('abcdef');
  expect(originOf({ workspace: {}, ground: {} } as Parts, delivery).correlationId).toBe(correlationId);
});
