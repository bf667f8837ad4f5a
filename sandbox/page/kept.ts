const READ = 'sandbox-read';
const DRAFTS = 'sandbox-drafts';
const TOLD = 'sandbox-told';

// All are kept in the browser, mostly by member and place: the workspace itself may be reset at any time.

/** The newest message a member has seen in a channel. */
export function lastRead(me: string, channel: string): string {
  return table(READ)[`${me}:${channel}`] ?? '0';
}

export function markRead(me: string, channel: string, ts: string): void {
  if (lastRead(me, channel) < ts) keep(READ, `${me}:${channel}`, ts);
}

/** A member's draft in a channel or a thread. */
export function draftOf(place: string): string {
  return table(DRAFTS)[place] ?? '';
}

export function keepDraft(place: string, text: string): void {
  if (draftOf(place) !== text) keep(DRAFTS, place, text);
}

/** Whether this browser has shown a note that is shown once. */
export function wasTold(note: string): boolean {
  return table(TOLD)[note] !== undefined;
}

export function markTold(note: string): void {
  keep(TOLD, note, 'yes');
}

function table(name: string): Record<string, string> {
  return JSON.parse(localStorage.getItem(name) ?? '{}') as Record<string, string>;
}

function keep(name: string, key: string, value: string): void {
  const { [key]: _before, ...rest } = table(name);
  localStorage.setItem(name, JSON.stringify(value === '' ? rest : { ...rest, [key]: value }));
}
