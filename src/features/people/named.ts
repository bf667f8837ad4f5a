import type { Scope } from '../../core/runtime/database.ts';
import { clean } from '../../core/text/clean.ts';
import { findMember } from './store.ts';

const person = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;
const channel = /<#[CG][A-Z0-9]+(?:\|([^>]*))?>/g;

/**
 * What somebody wrote, as it is kept: mentions become the names that the writer saw, since outside Slack's own messages
 * (in lists, files, titles) a mention is a code that nobody can read.
 */
export async function named<Text extends string | null>(scope: Scope, text: Text): Promise<Text> {
  if (text === null) return text;
  const written = clean(text).replace(channel, (_, name?: string) => (name ? `#${name}` : 'a channel'));
  const accounts = [...new Set([...written.matchAll(person)].map(([, id = '']) => id))];
  if (accounts.length === 0) return written as Text;
  const members = await Promise.all(accounts.map(async (id) => await findMember(scope, id)));
  const names = new Map(members.flatMap((one) => (one ? [[one.slackUserId, one.name] as const] : [])));
  return written.replace(person, (_, id: string) => names.get(id) ?? 'somebody') as Text;
}
