// The door of messages: what other features and the adapters may use. Everything else is private.
export { adviceOn } from './advice.ts';
export { moveStuck } from './move-stuck.ts';
export { notice } from './notice.ts';
export { answer, bundle, catchUp, overflow, undelivered } from './notifications.ts';
export { retry } from './retry.ts';
export { budgetOf } from './rules.ts';
export { say } from './say.ts';
