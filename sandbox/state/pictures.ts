import { addresses } from './file-json.ts';
import type { SlackFile } from './files.ts';
import type { Slack } from './slack.ts';
import type { Json } from './types.ts';

interface Reference {
  /** A JSON pointer from the searched value. */
  pointer: string;
  file: SlackFile | undefined;
}

/** Every `slack_file` in blocks: its position, and the file by id or URL. */
export function pictures(slack: Slack, value: unknown, pointer = ''): Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const at = `${pointer}/${key}`;
    if (key !== 'slack_file') return pictures(slack, part, at);
    return [{ pointer: at, file: find(slack, (part ?? {}) as Json) }];
  });
}

function find(slack: Slack, { id, url }: Json): SlackFile | undefined {
  if (typeof id === 'string') return slack.files.get(id);
  return slack.files.all().find((file) => Object.values(addresses(slack, file)).includes(String(url)));
}
