import { assistant } from './assistant.ts';
import { bookmarks } from './bookmarks.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations/conversations.ts';
import { invite } from './conversations/invite.ts';
import { lists } from './conversations/lists.ts';
import { manage } from './conversations/manage.ts';
import { files } from './files.ts';
import { install } from './install.ts';
import type { MethodTable } from './method.ts';
import { pins } from './pins.ts';
import { reactions } from './reactions.ts';
import { schedule } from './schedule.ts';
import { stream } from './stream.ts';
import { team } from './team.ts';
import { unfurl } from './unfurl.ts';
import { usergroups } from './usergroups.ts';
import { users } from './users.ts';
import { validate } from './validate.ts';
import { views } from './views.ts';

/** Every Web API method of the sandbox. A new family is one file and one line here. */
export const methods: MethodTable = {
  ...team,
  ...install,
  ...chat,
  ...schedule,
  ...stream,
  ...assistant,
  ...unfurl,
  ...validate,
  ...conversations,
  ...manage,
  ...invite,
  ...lists,
  ...files,
  ...reactions,
  ...pins,
  ...bookmarks,
  ...users,
  ...usergroups,
  ...views,
};
