import { existsSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './core/runtime/refusal.ts';
import { isTimeZone } from './core/time/time-zone.ts';
import { readKeys, type SecretsKey } from './db/secrets/keys.ts';
import { urlFault } from './db/start/url.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone such as Europe/Berlin');
const port = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(0, 'is not a port')
  .max(65535, 'is not a port');
const slackId = z
  .string()
  .regex(/^[UW][A-Z0-9]{5,}$/, 'holds something that is not a Slack user id (they look like U024BE7LH)');

/** Every setting with its purpose; `.env.example` and the README's table are generated from this. */
export const settings = {
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'is not a bot token (they begin with xoxb-)')
    .optional()
    .describe('Bot token of the installed app. Needed by npm start.'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'is not an app-level token (they begin with xapp-)')
    .optional()
    .describe('App-level token with connections:write. When set, the bot uses Socket Mode.'),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, 'is too short to be a signing secret')
    .optional()
    .describe(
      'Signing secret. When set and SLACK_APP_TOKEN is not, the bot listens for signed HTTP requests.',
    ),
  SLACK_API_URL: z
    .url('is not an address')
    .optional()
    .describe("Where Slack's Web API is. Leave empty for Slack itself; set it to use the sandbox."),
  PORT: port
    .default(3000)
    .describe('Port for /healthz, /readyz and /metrics, and for signed HTTP requests where they are used.'),
  HEALTH_PORT: port
    .optional()
    .describe(
      'A port of their own for /healthz, /readyz and /metrics, apart from the one that Slack reaches.',
    ),
  HEALTH_HOST: z
    .string()
    .optional()
    .describe('The address on which they are served, such as 127.0.0.1. Without it, every address.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'does not begin with postgresql://', abort: true })
    .superRefine((url, ctx) => {
      const fault = urlFault(url);
      if (fault) ctx.addIssue({ code: 'custom', message: fault });
    })
    .optional()
    .describe('PostgreSQL 15 or newer. Without it, an embedded database in DATA_DIR serves one process.'),
  DATA_DIR: z.string().default('./data').describe('Folder of the embedded database.'),
  DATABASE_POOL_SIZE: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(2, 'must be at least 2')
    .max(100)
    .default(10)
    .describe('Connections to PostgreSQL per process, for answers; background work takes up to 3 more.'),
  SECRET_KEYS: z
    .string()
    .default('')
    .transform((text, ctx) => {
      const keys = readKeys(text);
      if (typeof keys !== 'string') return keys;
      ctx.addIssue({ code: 'custom', message: keys });
      return z.NEVER;
    })
    .describe(
      'Keys that seal secrets in the database, as name:key, separated by commas. A key is 32 random bytes in base64 (openssl rand -base64 32). The first seals, all open; npm run secrets:rotate seals anew under the first.',
    ),
  ADMINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(slackId))
    .describe('Slack user ids, separated by commas, who are always admins.'),
  TIME_ZONE: timeZone
    .default('UTC')
    .describe('Business time zone of a new workspace, such as Europe/Berlin.'),
  CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is not a currency code such as EUR')
    .default('EUR')
    .describe('Currency of a new workspace.'),
  COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]*$/, 'may hold only small letters, digits and -')
    .default('')
    .describe(
      'Put before each slash command where a name is taken: qm- makes /qm-stock. Generate the manifest with the same.',
    ),
  COMMANDS_PER_MINUTE: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(1, 'must be at least 1')
    .default(30)
    .describe('Commands, clicks, forms and messages to the bot that one member may send in a minute.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('debug, info, warn, error or silent.'),
} as const;

const shape = z.object(settings);

/** Where /healthz, /readyz and /metrics are served. */
export interface HealthConfig {
  readonly port: number;
  /** Null: every address of the machine. */
  readonly host: string | null;
  /** The setting that named the port. */
  readonly setting: 'PORT' | 'HEALTH_PORT';
  /** Whether somebody relies on them: then a start without them fails. */
  readonly needed: boolean;
}

export interface SlackConfig {
  readonly mode: 'socket' | 'http';
  readonly botToken: string;
  /** Socket Mode only. */
  readonly appToken: string | null;
  /** HTTP only. */
  readonly signingSecret: string | null;
  readonly port: number;
  readonly health: HealthConfig;
  readonly apiUrl: string | null;
}

export interface Config {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly poolSize: number;
  /** The first seals secrets, all open them. */
  readonly secretKeys: readonly SecretsKey[];
  readonly admins: readonly string[];
  readonly timeZone: string;
  readonly currency: string;
  readonly commandPrefix: string;
  readonly commandsPerMinute: number;
  readonly logLevel: z.output<typeof settings.LOG_LEVEL>;
  /** Null when the command does not use Slack. */
  readonly slack: SlackConfig | null;
}

/**
 * Reads the settings. `needs: 'slack'` for the bot itself; commands that only use the database pass 'database'.
 * Throws one `ConfigError` that lists everything missing or wrong.
 */
export function readConfig(environment: Environment, needs: 'slack' | 'database'): Config {
  // An empty line in a .env file means "not set".
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = shape.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}.`);
  if (needs === 'slack') problems.push(...missingForSlack(given), ...sharedPort(given));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);

  const values = parsed.data;
  return {
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: values.DATA_DIR,
    poolSize: values.DATABASE_POOL_SIZE,
    secretKeys: values.SECRET_KEYS,
    admins: values.ADMINS,
    timeZone: values.TIME_ZONE,
    currency: values.CURRENCY,
    commandPrefix: values.COMMAND_PREFIX,
    commandsPerMinute: values.COMMANDS_PER_MINUTE,
    logLevel: values.LOG_LEVEL,
    slack: values.SLACK_BOT_TOKEN
      ? {
          mode: values.SLACK_APP_TOKEN ? 'socket' : 'http',
          botToken: values.SLACK_BOT_TOKEN,
          appToken: values.SLACK_APP_TOKEN ?? null,
          signingSecret: values.SLACK_SIGNING_SECRET ?? null,
          port: values.PORT,
          health: {
            port: values.HEALTH_PORT ?? values.PORT,
            host: values.HEALTH_HOST ?? null,
            setting: values.HEALTH_PORT === undefined ? 'PORT' : 'HEALTH_PORT',
            // With Socket Mode nobody need listen on the port that nobody chose.
            needed: !given.SLACK_APP_TOKEN || Boolean(given.PORT || given.HEALTH_PORT || given.HEALTH_HOST),
          },
          apiUrl: values.SLACK_API_URL ?? null,
        }
      : null,
  };
}

/** Reads the process's environment, completed by a `.env` file in the working directory if there is one. */
export function loadConfig(needs: 'slack' | 'database'): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env, needs);
}

/** Over HTTP, Slack's requests arrive on PORT at every address. */
function sharedPort(given: Environment): string[] {
  if (given.SLACK_APP_TOKEN) return [];
  if (given.HEALTH_HOST && !given.HEALTH_PORT)
    return ['HEALTH_HOST needs a HEALTH_PORT: Slack’s requests arrive on PORT at every address.'];
  if (Number(given.HEALTH_PORT) > 0 && Number(given.HEALTH_PORT) === Number(given.PORT ?? 3000))
    return ['HEALTH_PORT is the port of Slack’s requests. Choose another, or leave it out to share PORT.'];
  return [];
}

function missingForSlack(given: Environment): string[] {
  const missing: string[] = [];
  if (!given.SLACK_BOT_TOKEN) {
    missing.push(
      'SLACK_BOT_TOKEN is missing: install the app from manifest.yml and copy "Bot User OAuth Token".',
    );
  }
  if (!given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET) {
    missing.push(
      'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing: "Basic Information" of the app shows both.',
    );
  }
  return missing;
}
