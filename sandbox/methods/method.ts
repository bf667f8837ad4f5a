import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';

/** Slack's refusal: an error code, and further fields of the answer. */
export class SlackError extends Error {
  readonly code: string;
  readonly extra: Json;

  constructor(code: string, extra: Json = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** How often a method may be called; `special` ones have their own rules. */
export type Tier = '1' | '2' | '3' | '4' | 'special';

export interface Method {
  tier: Tier;
  /** The argument that names a channel limited to one call a second. */
  oncePerSecondIn?: string;
  /** The token it needs: the bot's by default. */
  token?: 'bot' | 'app' | 'none';
  /** A scope it always needs; `run` checks those that depend on the conversation. */
  scope?: string;
  required?: readonly string[];
  optional?: readonly string[];
  run: (slack: Slack, args: Args) => Json | Promise<Json>;
}

export type MethodTable = Record<string, Method>;

/** Arguments as received: strings of a form or values of a JSON body. */
export class Args {
  readonly raw: Json;

  constructor(raw: Json) {
    this.raw = raw;
  }

  text(name: string): string | undefined {
    const value = this.raw[name];
    return value === undefined || value === null ? undefined : String(value);
  }

  must(name: string): string {
    return this.text(name) ?? '';
  }

  flag(name: string): boolean {
    const value = this.raw[name];
    return value === true || value === 'true' || value === '1' || value === 1;
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^\d+$/.test(value))
      throw new SlackError('invalid_arguments', messages(`[ERROR] ${name} must be a number`));
    return Number(value);
  }

  /** A value sent as JSON: an object of a JSON body or a JSON string of a form. */
  json(name: string, error: string): unknown {
    const value = this.raw[name];
    if (typeof value !== 'string') return value ?? undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw new SlackError(error);
    }
  }
}

export function messages(...lines: string[]): Json {
  return { response_metadata: { messages: lines } };
}

/** Any one of the scopes is enough. */
export function needScope(slack: Slack, ...scopes: string[]): void {
  if (scopes.some((scope) => slack.app.scopes.has(scope))) return;
  throw new SlackError('missing_scope', {
    needed: scopes.join(','),
    provided: [...slack.app.scopes].join(','),
  });
}
