import { blocksOf } from './blocks.ts';
import { boolean, type Issue, is, isObject, list, object, refuse, string } from './check.ts';
import { plainText } from './text.ts';

export type { Issue } from './check.ts';

const MESSAGE_CHARACTERS = 13_000;
const UPDATE_TEXT_BYTES = 4_000;
const VIEW_BYTES = 250_000;

/**
 * What Slack would refuse in a message. Judged as `chat.update` does unless told otherwise, because that is the
 * stricter one: it fails on a `text` over 4,000 bytes, which `chat.postMessage` takes and truncates at 40,000.
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
  if (blocks === undefined) return issues;
  list(blocksOf.message, 50, 0)(blocks, '/blocks', issues);
  if (!Array.isArray(blocks)) return issues;
  distinctBlocks(blocks, '/blocks', issues);
  const tables = blocks.filter((b) => isObject(b) && b.type === 'table').length;
  if (tables > 1) refuse(issues, '/blocks', 'only one table is allowed in a message');
  if (characters(blocks) > MESSAGE_CHARACTERS) {
    refuse(
      issues,
      '/blocks',
      `blocks hold over ${MESSAGE_CHARACTERS} characters together`,
      'msg_blocks_too_long',
    );
  }
  return issues;
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

/** What Slack would refuse in a modal or an App Home view. */
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

function distinctBlocks(blocks: unknown[], pointer: string, issues: Issue[]): void {
  const seen = new Set<unknown>();
  for (const [i, block] of blocks.entries()) {
    const id = isObject(block) ? block.block_id : undefined;
    if (id === undefined) continue;
    if (seen.has(id)) refuse(issues, `${pointer}/${i}/block_id`, `block_id is repeated: ${String(id)}`);
    seen.add(id);
  }
}

/** Characters of every text in the blocks, table cells and labels included. */
function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + characters(part), 0);
  if (!isObject(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return own + Object.values(value).reduce((sum: number, part) => sum + characters(part), 0);
}

/** Slack escapes a bare ampersand itself before it counts. */
function sentBytes(text: string): number {
  return Buffer.byteLength(text.replace(/&(?!(?:amp|lt|gt);)/g, '&amp;'));
}
