/**
 * The effect of a second call when the answer to the first was lost. `same`: no further effect, so the client may retry.
 * `again`: a second copy, or a misleading refusal; it is retried only when Slack certainly did not do it.
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
  // The message or form stays the same; with a hash, Slack refuses the second update and the first stands.
  'chat.update': 'same',
  'views.update': 'same',
  // A Home is replaced as a whole. A late retry could show an older one until it is opened again or changes.
  'views.publish': 'same',
  // Opening returns the same conversation; a second invitation or archiving is refused without harm.
  'conversations.archive': 'same',
  'conversations.invite': 'same',
  'conversations.open': 'same',
  // A second copy.
  'chat.postEphemeral': 'again',
  'chat.postMessage': 'again',
  'files.uploadV2': 'again',
  // The channel shows a second line about the topic.
  'conversations.setTopic': 'again',
  // Refused with name_taken, by the channel just created. The job that opens rooms retries and finds it by name.
  'conversations.create': 'again',
  // Refused with exchanged_trigger_id: the person would read that no form opened while looking at it.
  'views.open': 'again',
} as const;

export type Method = keyof typeof retries;

export const methods = Object.keys(retries) as readonly Method[];

/** Whether the client may retry a call by itself. Methods that are not listed are not retried. */
export function mayRetry(method: string): boolean {
  return Object.hasOwn(retries, method) && retries[method as Method] === 'same';
}
