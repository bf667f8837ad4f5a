import { Refusal } from '../../core/runtime/refusal.ts';
import type { ReplyFile } from '../../core/tokens/reply.ts';
import { type Parts, sayDirectly } from '../app/services.ts';
import { mayBeDone } from '../web/outcome.ts';
import { explain } from './explain.ts';

/** Sends a file to one person's direct messages with the bot. If Slack refuses it, they read that instead. */
export async function sendFile(parts: Parts, slackUserId: string, file: ReplyFile): Promise<void> {
  const { ground } = parts;
  const { name, title, content, alt } = file;
  try {
    await ground.engine.files.send(slackUserId, {
      name,
      title,
      bytes: typeof content === 'string' ? Buffer.from(content) : content,
      ...(alt !== undefined && { alt }),
    });
  } catch (error) {
    ground.log.warn({ err: error }, 'a file could not be sent');
    const [says, next] = mayBeDone(error)
      ? [`Slack did not say whether it took the file ${file.name}.`, 'If you do not find it, ask again.']
      : [`Slack did not take the file ${file.name}.`, 'Ask for it again.'];
    const refusal = new Refusal('unavailable', says, { next });
    await sayDirectly(parts, slackUserId, explain(refusal, ground, 'send a file'));
  }
}
