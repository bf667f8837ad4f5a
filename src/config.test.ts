import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import type { ConfigError } from './core/runtime/refusal.ts';

function problemsOf(
  environment: Record<string, string>,
  needs: 'slack' | 'database' = 'slack',
): readonly string[] {
  try {
    readConfig(environment, needs);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
}

const token = 'xoxb-1-abc';

test('everything missing or wrong is listed at once', () => {
  const problems = problemsOf({
    PORT: 'many',
    TIME_ZONE: 'Berlin',
    CURRENCY: 'Euro',
    DATABASE_URL: 'mysql://x',
    ADMINS: 'U024BE7LH, maya',
  });
  expect(problems).toEqual([
    'PORT is not a number.',
    'DATABASE_URL does not begin with postgresql://.',
    'ADMINS holds something that is not a Slack user id (they look like U024BE7LH).',
    'TIME_ZONE is not an IANA time zone such as Europe/Berlin.',
    'CURRENCY is not a currency code such as EUR.',
    expect.stringContaining('SLACK_BOT_TOKEN is missing'),
    expect.stringContaining('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing'),
  ]);
});

test('an empty or short signing secret is refused at the start', () => {
  expect(problemsOf({ SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: '' })[0]).toContain('is missing');
  expect(problemsOf({ SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: 'short' })[0]).toContain('is too short');
});

test('an app token means Socket Mode, else a signing secret means HTTP', () => {
  expect(
    readConfig(
      { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '0123456789abcdef' },
      'slack',
    ).slack?.mode,
  ).toBe('socket');
  expect(
    readConfig({ SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: '0123456789abcdef' }, 'slack').slack?.mode,
  ).toBe('http');
});

test('a command that only needs the database requires no token, and empty lines of a .env file count as not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' }, 'database')).toMatchObject({
    databaseUrl: null,
    dataDir: './data',
    poolSize: 10,
    slack: null,
  });
});

const http = { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: '0123456789abcdef' };
const socket = { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: 'xapp-1' };

test.each([
  ['Socket Mode, nothing chosen', socket, { port: 3000, host: null, setting: 'PORT', needed: false }],
  ['Socket Mode, a port', { ...socket, PORT: '8080' }, { port: 8080, setting: 'PORT', needed: true }],
  [
    'an address alone',
    { ...socket, HEALTH_HOST: '127.0.0.1' },
    { port: 3000, host: '127.0.0.1', needed: true },
  ],
  ['HTTP', http, { port: 3000, setting: 'PORT', needed: true }],
  [
    'HTTP, a port and an address of their own',
    { ...http, PORT: '8080', HEALTH_PORT: '9090', HEALTH_HOST: '10.0.0.7' },
    { port: 9090, host: '10.0.0.7', setting: 'HEALTH_PORT', needed: true },
  ],
])('where the health routes are served: %s', (_, environment, health) => {
  expect(readConfig(environment, 'slack').slack?.health).toMatchObject(health);
});

test('over HTTP the health routes share the port, address and all, or have another port', () => {
  expect(problemsOf({ ...http, HEALTH_HOST: '127.0.0.1' })).toEqual([
    expect.stringContaining('HEALTH_HOST needs a HEALTH_PORT'),
  ]);
  for (const PORT of ['', '3000'])
    expect(problemsOf({ ...http, PORT, HEALTH_PORT: '3000' })).toEqual([
      expect.stringContaining('HEALTH_PORT is the port of Slack’s requests'),
    ]);
  expect(problemsOf({ ...socket, HEALTH_PORT: '70000' })).toEqual(['HEALTH_PORT is not a port.']);
});
