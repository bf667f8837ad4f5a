import type { Context } from '../../src/core/runtime/context.ts';
import { runCommand } from '../../src/slack/inbound/dispatch.ts';
import { asPlainText } from '../../src/ui/plain.ts';

/** Asks as `npm run ask -- "/stock MUG-01"` does, without `--as`, and returns what it prints. */
export async function asking(ctx: Context, command: string): Promise<string> {
  const { engine, ids, log, workspace, correlationId, now } = ctx;
  const ground = { engine, ids, log, clock: { now: () => now, elapsed: () => 0 }, commandPrefix: '' };
  const origin = { workspace, correlationId, delivery: null };
  const timeZone = workspace.timeZone;
  const asker = { kind: 'console', id: 'console', name: 'the console', roles: ['viewer'], timeZone } as const;
  const [name = '', ...words] = command.replace(/^\//, '').split(' ');
  const { reply } = await runCommand(ground, origin, asker, name, words.join(' '));
  return asPlainText(reply.message);
}
