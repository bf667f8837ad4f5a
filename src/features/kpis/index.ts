// The door of KPIs: what other features and the adapters may use. Everything else is private.

export { factFamilies, foldFacts } from './keeping/fold.ts';
export { parkFailing } from './keeping/park.ts';
export { getFamilies, rebuildFamily } from './keeping/rebuild.ts';
export { goalWords } from './targets/words.ts';
