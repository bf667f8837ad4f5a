import { blocksOf } from './blocks.ts';
import { boolean, type Issue, is, isObject, list, object, refuse, string } from './check.ts';
import { option, optionGroup } from './options.ts';
import { plainText } from './text.ts';
import { distinctBlocks, judgeTogether } from './whole.ts';

export type { Issue } from './check.ts';
export { validateEntities } from './entities.ts';

const MOST_ATTACHMENTS = 100;
const UPDATE_TEXT_BYTES = 4_000;
const VIEW_BYTES = 250_000;

/**
 * Everything Slack would refuse in a message. By default it applies the limits of `chat.update`, which are stricter: a
 * `text` over 4,000 bytes fails there, while `chat.postMessage` truncates at 40,000.
 */
export function validateMessage(
  message: { text?: unknown; blocks?: unknown; attachments?: unknown },
  method: 'chat.postMessage' | 'chat.update' = 'chat.update',
): Issue[] {
  const issues: Issue[] = [];
  const { text, blocks, attachments } = message;
  const bare = [blocks, attachments].every(
    (part) => part === undefined || (Array.isArray(part) && part.length === 0),
  );
  if (text !== undefined && typeof text !== 'string')
    refuse(issues, '/text', 'must be a string', 'invalid_arguments');
  if (bare && (typeof text !== 'string' || text.trim() === ''))
    refuse(issues, '/text', 'no text and no blocks', 'no_text');
  if (method === 'chat.update' && typeof text === 'string' && sentBytes(text) > UPDATE_TEXT_BYTES) {
    refuse(issues, '/text', `text is over ${UPDATE_TEXT_BYTES} bytes after escaping`, 'msg_too_long');
  }
  judgeAttachments(attachments, issues);
  if (blocks === undefined) return issues;
  list(blocksOf.message, 50, 0)(blocks, '/blocks', issues);
  if (Array.isArray(blocks)) judgeTogether(blocks, issues);
  return issues;
}

function judgeAttachments(attachments: unknown, issues: Issue[]): void {
  if (!Array.isArray(attachments)) return;
  if (attachments.length > MOST_ATTACHMENTS)
    refuse(issues, '/attachments', `no more than ${MOST_ATTACHMENTS} items allowed`, 'too_many_attachments');
  for (const [i, attachment] of attachments.entries()) {
    if (isObject(attachment) && attachment.blocks !== undefined)
      list(blocksOf.message, 50, 0)(attachment.blocks, `/attachments/${i}/blocks`, issues);
  }
}

const ids = { callback_id: string(255, 0), external_id: string(255, 0), private_metadata: string(3_000, 0) };
const home = object({ type: is('home'), blocks: list(blocksOf.home, 100, 0) }, ids);
const modal = object(
  { type: is('modal'), title: plainText(24), blocks: list(blocksOf.modal, 100, 0) },
  {
    ...ids,
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
);

/** Everything Slack would refuse in a modal or an App Home view. */
export function validateView(view: unknown): Issue[] {
  const issues: Issue[] = [];
  if (!isObject(view))
    return [{ pointer: '', code: 'invalid_arguments', message: 'the view must be an object' }];
  if (view.type === 'home') home(view, '', issues);
  else if (view.type === 'modal') modal(view, '', issues);
  else refuse(issues, '/type', `unsupported type: ${String(view.type)}`);
  const blocks = Array.isArray(view.blocks) ? view.blocks : [];
  distinctBlocks(blocks, '/blocks', issues);
  const asks = blocks.some((b) => isObject(b) && b.type === 'input');
  if (view.type === 'modal' && asks && view.submit === undefined) {
    refuse(issues, '/submit', 'a modal with input blocks needs submit');
  }
  const focused = JSON.stringify(blocks).split('"focus_on_load":true').length - 1;
  if (focused > 1) refuse(issues, '/blocks', 'only one element may have focus_on_load');
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES) {
    refuse(issues, '', `the view is over ${VIEW_BYTES} bytes`, 'view_too_large');
  }
  return issues;
}

const answer = object(
  {},
  { options: list(option, 100, 0), option_groups: list(optionGroup, 100, 0) },
  (value, pointer, issues) => {
    if ((value.options === undefined) === (value.option_groups === undefined))
      refuse(issues, pointer, 'must have either options or option_groups');
  },
);

/** Everything Slack would refuse in an app's answer to an external select. */
export function validateOptions(response: unknown): Issue[] {
  const issues: Issue[] = [];
  answer(response, '', issues);
  return issues;
}

/** Slack itself escapes a bare ampersand before it counts. */
function sentBytes(text: string): number {
  return Buffer.byteLength(text.replace(/&(?!(?:amp|lt|gt);)/g, '&amp;'));
}
