/**
 * What calling a method again does when the answer to the first call was lost. `same`: nothing more than the first did,
 * so the client may retry. `again`: something that people see, or a refusal that is untrue; it is tried again only when
 * Slack certainly did not do it.
 */
const retries = {
  // Look-ups.
  'auth.test': 'same',
  'chat.getPermalink': 'same',
  'conversations.history': 'same',
  'conversations.info': 'same',
  'conversations.list': 'same',
  'conversations.members': 'same',
  'conversations.replies': 'same',
  'files.info': 'same',
  'users.info': 'same',
  'users.list': 'same',
  // The same message, or the same form (with a hash a second update is refused, and the first stands).
  'chat.update': 'same',
  'views.update': 'same',
  // A Home is drawn whole; whoever opens it again has it drawn anew.
  'views.publish': 'same',
  // The conversation that is open already; nobody is invited twice, and what is archived stays so.
  'conversations.archive': 'same',
  'conversations.invite': 'same',
  'conversations.open': 'same',
  // A second copy.
  'chat.postEphemeral': 'again',
  'chat.postMessage': 'again',
  'files.uploadV2': 'again',
  // A second line in the channel that tells of the topic.
  'conversations.setTopic': 'again',
  // "name_taken", by the channel that we have just made. The room is looked for by its name when the work is repeated.
  'conversations.create': 'again',
  // "exchanged_trigger_id": the person would read that no form was opened, with the form in front of them.
  'views.open': 'again',
} as const;

export type Method = keyof typeof retries;

export const methods = Object.keys(retries) as readonly Method[];

/** Whether the client may retry it by itself. A method that is not listed is not retried. */
export function mayRetry(method: string): boolean {
  return Object.hasOwn(retries, method) && retries[method as Method] === 'same';
}
