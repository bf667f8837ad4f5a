import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import type { MethodTable } from './method.ts';
import { team } from './team.ts';
import { users } from './users.ts';
import { views } from './views.ts';

/** Every Web API method the sandbox knows. A new family is one file and one line here. */
export const methods: MethodTable = { ...team, ...chat, ...conversations, ...users, ...views };
