import { expect, test } from 'vitest';
import { isSlacks } from './files.ts';

test.each([
  ['https://files.slack.com/files-pri/T1-F1/a.csv', true],
  ['https://slack-files.com/T1-F1', true],
  ['http://files.slack.com/files-pri/T1-F1/a.csv', false],
  ['https://files.slack.com.evil.example/a.csv', false],
  ['https://evilslack.com/a.csv', false],
  ['https://files.slack.com@evil.example/a.csv', false],
  ['https://docs.google.com/document/1', false],
  ['http://127.0.0.1:4000/files-pri/T1-F1/a.csv', false],
  ['not an address', false],
])('the token goes to %s: %s', (address, goes) => {
  expect(isSlacks(address, null)).toBe(goes);
});

test('with the API at another address, files are fetched from there', () => {
  expect(isSlacks('http://127.0.0.1:4000/files-pri/T1-F1/a.csv', 'http://127.0.0.1:4000/api/')).toBe(true);
  expect(isSlacks('http://127.0.0.1:4001/files-pri/T1-F1/a.csv', 'http://127.0.0.1:4000/api/')).toBe(false);
});
