// The door of sources: what other features and the adapters may use. Everything else is private.
export type { RefusalCount, RefusalReason } from './deliveries/model.ts';
export { aboutDelivery, type Said } from './receiving/about.ts';
export { hasSources, keepDelivery, keepRefusals, type Receiver, receivers } from './receiving/keep.ts';
export { filedKinds, keepFile } from './receiving/keep-file.ts';
export { trialBody, trialTopic } from './receiving/trial.ts';
export { pathPrefix, type SourceKind } from './source/model.ts';
