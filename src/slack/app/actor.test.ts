import { expect, test } from 'vitest';
import { accountFrom } from './actor.ts';

test('a time zone that this Node does not know is read as UTC, or no answer could be drawn', () => {
  const user = { id: 'U0MAYA0001', name: 'maya' };
  expect(accountFrom({ ...user, tz: 'Mars/Olympus' }, 'T1').timeZone).toBe('UTC');
  expect(accountFrom({ ...user, tz: 'Europe/Berlin' }, 'T1').timeZone).toBe('Europe/Berlin');
});
