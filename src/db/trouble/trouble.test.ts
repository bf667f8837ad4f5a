import { WebAPIRequestError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { isUnfit, troubleOf } from './trouble.ts';

const prisma = (code: string, cause: object) =>
  Object.assign(new Error('Raw query failed.'), {
    code,
    meta: { driverAdapterError: Object.assign(new Error('adapter'), { cause }) },
  });

test.each([
  ['nobody listens there', prisma('P1001', { kind: 'DatabaseNotReachable' }), 'unreachable'],
  ['a query where nobody listens', prisma('P2010', { kind: 'DatabaseNotReachable' }), 'unreachable'],
  ['the server ended our connection', prisma('P2010', { originalCode: '57P01' }), 'unreachable'],
  ['the line broke at COMMIT', new Error('Connection terminated unexpectedly'), 'unreachable'],
  [
    'a connection that broke before',
    new Error('Client has encountered a connection error and is not queryable'),
    'unreachable',
  ],
  [
    'the socket of the embedded database is gone',
    Object.assign(new Error('connect ENOENT'), { code: 'ENOENT', syscall: 'connect' }),
    'unreachable',
  ],
  [
    'a database that takes no connections',
    prisma('P2010', {
      originalCode: '55000',
      message: 'database "shop" is not currently accepting connections',
    }),
    'unreachable',
  ],
  ['a standby', prisma('P2010', { originalCode: '25006' }), 'read-only'],
  ['a full disk', prisma('P2010', { originalCode: '53100' }), 'full'],
  ['too many connections', prisma('P2010', { originalCode: '53300' }), 'busy'],
  ['a statement that took too long', prisma('P2010', { originalCode: '57014' }), 'busy'],
  ['no free connection of ours', Object.assign(new Error('no'), { code: 'P2028' }), 'busy'],
  ['a table that is not there is our fault', prisma('P2010', { originalCode: '42P01' }), null],
  [
    'a file that is not there has nothing to do with it',
    Object.assign(new Error('open'), { code: 'ENOENT', syscall: 'open' }),
    null,
  ],
  [
    'Slack that does not answer has nothing to do with it',
    new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
    null,
  ],
  [
    'nor has a call to Slack that wraps it',
    new WebAPIRequestError(
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
    ),
    null,
  ],
  ['a server that accepts no connection in time', new Error('timeout expired'), 'unreachable'],
  ['a key that is too long for its index passes no more', prisma('P2010', { originalCode: '54000' }), null],
  ['nothing at all', undefined, null],
])('%s', (_, error, trouble) => expect(troubleOf(error)).toBe(trouble));

test.each([
  ['a number out of range', prisma('P2010', { originalCode: '22003' }), true],
  ['a key that is too long for its index', prisma('P2010', { originalCode: '54000' }), true],
  ['a full disk', prisma('P2010', { originalCode: '53100' }), false],
  ['a table that is not there', prisma('P2010', { originalCode: '42P01' }), false],
  ['nothing at all', undefined, false],
])('whether what a statement says cannot be held: %s', (_, error, is) => expect(isUnfit(error)).toBe(is));
