import { expect, test } from 'vitest';
import { randomIds } from '../../core/runtime/ids.ts';
import { sealWith as sealWithIds } from './seal.ts';

const sealWith = (secret: string) => sealWithIds(secret, randomIds);

const url = 'https://hooks.slack.com/commands/T0/1/secret';

test('what was sealed is opened by the same secret alone, and shows nothing of itself', () => {
  const sealed = sealWith('xoxb-1').close(url);
  expect(sealed).not.toContain('secret');
  expect(sealWith('xoxb-1').open(sealed)).toBe(url);
  expect(sealWith('xoxb-2').open(sealed)).toBe(null);
});

test('the same text is never sealed alike', () => {
  const seal = sealWith('xoxb-1');
  expect(seal.close(url)).not.toBe(seal.close(url));
});

test.each(['', 'v1.', 'v1.AAAA', `v2.${'A'.repeat(80)}`, 'plain text'])('"%s" is no seal of ours', (text) =>
  expect(sealWith('xoxb-1').open(text)).toBe(null),
);

test('a seal that was tampered with is not opened', () => {
  const seal = sealWith('xoxb-1');
  const sealed = seal.close(url);
  const other = sealed.at(-2) === 'A' ? 'B' : 'A';
  expect(seal.open(sealed.slice(0, -2) + other + sealed.slice(-1))).toBe(null);
});
