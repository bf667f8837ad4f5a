import { pino } from 'pino';
import type { Log } from './core/log.ts';

// Whoever holds one of these could speak in somebody's name; none of them ever reaches a log.
const secrets = [
  'token',
  'bot_token',
  'botToken',
  'appToken',
  'signingSecret',
  'response_url',
  'responseUrl',
  'trigger_id',
  'authorization',
];
const patterns = [/xox[a-z]-[\w-]+/g, /xapp-[\w-]+/g, /https:\/\/hooks\.slack\.com\/\S+/g];

/** JSON lines on stdout. Secrets are removed by name at two levels, and by pattern from error texts. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
    serializers: {
      err: (error: Error) => ({
        type: error.name,
        message: scrub(error.message),
        stack: scrub(error.stack ?? ''),
      }),
    },
  });
}

function scrub(text: string): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, '[removed]'), text);
}
