import type { Message } from '../../core/tokens/reply.ts';

/** Texts use the default command names; where a prefix is configured, people must read it too. */
export function withPrefix(message: Message, prefix: string, commands: readonly string[]): Message {
  const command = new RegExp(`(^|[\\s\`(*])/(?=(?:${commands.join('|')})\\b)`, 'g');
  return rewrite(message, (text) => text.replace(command, `$1/${prefix}`)) as Message;
}

/** The command behind "qm-stock"; a name without the prefix works too, for places where Slack needs no unique name. */
export function withoutPrefix(name: string, prefix: string): string {
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function rewrite(value: unknown, change: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return key === 'text' ? change(value) : value;
  if (Array.isArray(value)) return value.map((one) => rewrite(one, change, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rewrite(one, change, name)]));
  }
  return value;
}
