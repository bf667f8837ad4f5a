// The door of jobs: what other features and the adapters may use. Everything else is private.

export { failureNotes } from './trouble/parts.ts';
export { reportTrouble } from './trouble/report.ts';
