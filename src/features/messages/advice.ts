/** Why messages were not posted, and what to do. */
export interface Advice {
  readonly what: string;
  readonly next: string;
}

const tryAgainHere = 'Then press Try again.';
const archived: Advice = {
  what: 'It is archived.',
  next: `Unarchive it, or use another channel. ${tryAgainHere}`,
};
const closed: Advice = {
  what: 'Only some people may post there.',
  next: `Let the app post in the channel’s settings. ${tryAgainHere}`,
};
const away: Advice = {
  what: 'Their account is deactivated, or I may not see it.',
  next: `Somebody else has to take over what they were told. ${tryAgainHere}`,
};
const noRight: Advice = {
  what: 'The app may not post there.',
  next: `Ask an admin of Slack. ${tryAgainHere}`,
};

/** By Slack's error, or our own. */
const advice: Readonly<Record<string, Advice>> = {
  not_in_channel: {
    what: 'I am not a member there.',
    next: `Type \`/invite @Quartermaster\` there. ${tryAgainHere}`,
  },
  channel_not_found: {
    what: 'It is gone, or private and I am not a member.',
    next: `If it is still there, type \`/invite @Quartermaster\` in it. ${tryAgainHere}`,
  },
  no_thread: { what: 'The message they belong under was not posted either.', next: tryAgainHere },
  is_archived: archived,
  // Slack's word for it when a message is edited.
  is_inactive: archived,
  restricted_action: closed,
  restricted_action_read_only_channel: closed,
  restricted_action_thread_only_channel: {
    what: 'It takes replies in threads only.',
    next: `Let the app post in the channel’s settings. ${tryAgainHere}`,
  },
  restricted_action_non_threadable_channel: {
    what: 'It takes no replies in threads.',
    next: `Allow threads in the channel’s settings. ${tryAgainHere}`,
  },
  restricted_action_thread_locked: {
    what: 'An admin locked that thread.',
    next: `Ask them to unlock it. ${tryAgainHere}`,
  },
  missing_scope: {
    what: 'The app lacks a right in Slack.',
    next: `Install it again from its manifest. ${tryAgainHere}`,
  },
  no_permission: noRight,
  access_denied: noRight,
  app_access_restricted: {
    what: 'They may not use this app.',
    next: `Ask an admin of Slack to allow it for them. ${tryAgainHere}`,
  },
  messages_tab_disabled: {
    what: 'The app takes no direct messages.',
    next: `Install it again from its manifest, which turns the Messages tab on. ${tryAgainHere}`,
  },
  user_not_found: away,
  user_not_visible: away,
  user_disabled: away,
};

/** A code of Slack that has no sentence here; our own reasons are sentences. */
const isCode = (error: string) => /^[a-z_]+$/.test(error);

export function adviceOn(error: string): Advice {
  const known = advice[error];
  if (known) return known;
  return {
    what: isCode(error) ? `Slack refuses it (${error}).` : error,
    next: tryAgainHere.replace('Then p', 'When that is fixed, p'),
  };
}
