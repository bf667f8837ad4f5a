import { expect, test } from 'vitest';
import { urlFault } from './url.ts';

const encoded = expect.stringContaining('percent-encoded');
const form = expect.stringContaining('is not of the form');

test.each([
  ['postgresql://user:password@host:5432/shop', null],
  ['postgres://user:password@host/shop?sslmode=require', null],
  ['postgresql://user:pa%23ss@host:5432/shop', null],
  ['postgresql://user:pa@ss@host/shop', null],
  ['postgresql:///shop?host=/var/run/postgresql', null],
  ['postgresql://user@/shop?host=/var/run/postgresql', null],
  ['postgresql://%2Fvar%2Frun%2Fpostgresql/shop', null],
  ['postgresql://host/shop?application_name=ops@example.com', null],
  ['postgresql://user:pa#ss@host:5432/shop', encoded],
  ['postgresql://user:12#ss@host:5432/shop', encoded],
  ['postgresql://user:password@host/shop#', encoded],
  ['postgresql://user:pa/ss@host/shop', encoded],
  ['postgresql://user:12/ss@host/shop', encoded],
  ['postgresql://user:12?ss@host/shop', encoded],
  ['postgresql://user:pa', form],
  ['postgresql://host:99999/shop', form],
  ['postgresql://one:1,two:2/shop', form],
])('%s', (url, fault) => expect(urlFault(url)).toEqual(fault));

test('the sentence does not repeat the password', () => {
  expect(urlFault('postgresql://user:secret#word@host/shop')).not.toMatch(/secret|word@/);
});
