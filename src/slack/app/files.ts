import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { request } from 'undici';
import { z } from 'zod';
import type { SlackConfig } from '../../config.ts';
import type { Files, OutgoingFile } from '../../core/runtime/files.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { cleanName } from '../../core/text/clean.ts';
import { passes } from '../web/errors.ts';
import { refusalOf } from '../web/outcome.ts';

const fileShape = z.object({
  name: z
    .string()
    .catch('file')
    .transform((name) => cleanName(name, 255) || 'file'),
  mimetype: z.string().catch(''),
  size: z.number().catch(0),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
});

/** For each step of an answer. */
const patienceMs = 10_000;
/** Between looks whether Slack can show a picture: most take a second. */
const shownAfterMs = [100, 200, 400, 600, 1_000, 1_500, 2_000, 3_000, 5_000];

/** Downloads files that people gave us with the bot's token, which goes to Slack's own hosts only. */
export function filesOf(client: WebClient, slack: Pick<SlackConfig, 'botToken' | 'apiUrl'>): Files {
  return {
    async read(id, mostBytes) {
      const file = fileShape.parse((await infoOf(client, id)).file);
      const address = file.url_private_download ?? file.url_private ?? '';
      if (!isSlacks(address, slack.apiUrl))
        throw new Refusal('invalid', `${file.name} is stored outside Slack.`, {
          next: 'Upload the file itself.',
        });
      const tooLarge = new Refusal('invalid', `${file.name} is over ${sizeOf(mostBytes)}.`);
      if (file.size > mostBytes) throw tooLarge;
      const { statusCode, body } = await request(address, {
        headers: { authorization: `Bearer ${slack.botToken}` },
        headersTimeout: patienceMs,
        bodyTimeout: patienceMs,
      });
      // Undici does not follow redirects, and Slack redirects to its sign-in page when the token does not open a file.
      if (statusCode !== 200) {
        await body.dump();
        throw unavailable(file.name);
      }
      const parts: Buffer[] = [];
      let length = 0;
      for await (const part of body as AsyncIterable<Buffer>) {
        length += part.length;
        // Leaving the loop closes the connection: Slack's stated size is not trusted.
        if (length > mostBytes) throw tooLarge;
        parts.push(part);
      }
      return { name: file.name, mimeType: file.mimetype, bytes: Buffer.concat(parts) };
    },
    send: async (slackUserId, file, words) =>
      await taking(async () => {
        const { channel } = await client.conversations.open({ users: slackUserId });
        await client.files.uploadV2({
          channel_id: channel?.id ?? slackUserId,
          ...uploadOf(file),
          ...(words !== undefined && { initial_comment: words }),
        });
      }),
    keep: async (file) =>
      await taking(async () => {
        const kept = uploadedShape.parse(await client.files.uploadV2(uploadOf(file)));
        const id = kept.files[0].files[0].id;
        await untilShown(client, id);
        return id;
      }),
  };
}

const uploadOf = ({ name, title, bytes, alt }: OutgoingFile) => ({
  file: Buffer.from(bytes),
  filename: name,
  title,
  ...(alt !== undefined && { alt_text: alt }),
});

const uploadedShape = z.object({
  files: z.tuple([z.object({ files: z.tuple([z.object({ id: z.string() })]) })]),
});

/** Slack looks at a picture before it shows it: until then it has no type, and a message with it is refused. */
async function untilShown(client: WebClient, id: string): Promise<void> {
  for (const pause of shownAfterMs) {
    await wait(pause);
    const { file } = await client.files.info({ file: id });
    if (file?.mimetype) return;
  }
}

/** Runs an upload. Throws a `Refusal` where Slack will not take the file. */
async function taking<T>(upload: () => Promise<T>): Promise<T> {
  try {
    return await upload();
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === null || passes(reason)) throw error;
    throw new Refusal('unavailable', `Slack did not take it (${reason}).`, {
      next: 'An admin may have to allow files of apps.',
    });
  }
}

async function infoOf(client: WebClient, file: string) {
  try {
    return await client.files.info({ file });
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === 'missing_scope')
      throw unavailable('the file', 'Ask an admin to reinstall the app: I lack the right to read files.');
    if (reason !== null)
      throw new Refusal('not-found', 'That file no longer exists, or I may not see it.', {
        next: 'Upload it again.',
      });
    throw unavailable('the file');
  }
}

function unavailable(name: string, next = 'Try again in a minute.'): Refusal {
  return new Refusal('unavailable', `Slack did not hand over ${name}.`, { next });
}

/** Slack's own hosts; with the API at another address, as in the sandbox, that one. */
export function isSlacks(address: string, apiUrl: string | null | undefined): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return false;
  if (apiUrl && url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === 'https:' && /(^|\.)(slack\.com|slack-files\.com)$/.test(url.hostname);
}

/** "10 MB", "200 kB", "100 bytes". */
function sizeOf(bytes: number): string {
  const [unit, size] = (
    [
      ['MB', 1_048_576],
      ['kB', 1_024],
    ] as const
  ).find(([, one]) => bytes >= one) ?? ['bytes', 1];
  return `${Math.floor(bytes / size)} ${unit}`;
}
