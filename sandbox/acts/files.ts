import type { UploadedFile } from '../control/types.ts';
import { botIsMember } from '../state/people.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Message } from '../state/types.ts';
import { ActError, actor } from './act.ts';

/** A member uploads a file in a form. Nobody else sees it until the form is submitted. */
export function upload(slack: Slack, act: { user: string } & UploadedFile): string {
  const user = actor(slack, act.user).id;
  return slack.files.store({ ...readUpload(act), user }).id;
}

export function readUpload(given: UploadedFile): { name: string; bytes: Buffer } {
  const { name, content, base64 } = given;
  if ((content === undefined) === (base64 === undefined))
    throw new ActError(`${name} needs either content or base64`);
  return { name, bytes: base64 === undefined ? Buffer.from(content ?? '') : Buffer.from(base64, 'base64') };
}

/** One `file_shared` event per file, besides that of the message that carries them. */
export async function tellOfFiles(slack: Slack, channel: Channel, message: Message): Promise<void> {
  if (!botIsMember(slack, channel)) return;
  for (const id of message.files ?? []) {
    const event = {
      type: 'file_shared',
      file_id: id,
      file: { id },
      user_id: message.user,
      channel_id: channel.id,
      event_ts: slack.ids.ts(),
    };
    await slack.delivery.event(event, 'file_shared', channel.is_ext_shared);
  }
}
