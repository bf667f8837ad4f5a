// The door of ops: what other features and the adapters may use. Everything else is private.
export { checkHealth } from './check-up.ts';
