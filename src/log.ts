import { type DestinationStream, type LoggerOptions, pino } from 'pino';
import type { Log } from './core/runtime/log.ts';

// Each of these lets its holder act in somebody's name; none may ever reach a log.
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
  'secret',
  'secretKeys',
  'SECRET_KEYS',
  'sealed',
];
const patterns = [
  /xox[a-z]-[\w-]+/g,
  /xapp-[\w-]+/g,
  /https:\/\/hooks\.slack[\w-]*\.com\/\S+/g,
  // A socket's URL holds the ticket that opens it.
  /wss:\/\/\S+/g,
];

/** JSON lines on stdout. Secrets are removed by key, two levels deep, and by pattern from texts. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
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
    hooks: {
      // Bolt and its clients log plain text.
      logMethod(line, method) {
        method.apply(
          this,
          line.map((part: unknown) => (typeof part === 'string' ? scrub(part) : part)) as never,
        );
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

function scrub(text: string): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, '[removed]'), text);
}
