// The door of jobs: what other features and the adapters may use. Everything else is private.
export { tellTrouble } from './trouble/tell.ts';
