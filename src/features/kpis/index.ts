// The door of KPIs: what other features and the adapters may use. Everything else is private.

export { showFigure } from './card/actions.ts';
export { trendChart } from './drawing/chart-views.ts';
export { getTrend } from './drawing/read.ts';
export { factFamilies, foldFacts } from './keeping/fold.ts';
export { parkFailing } from './keeping/park.ts';
export { getFamilies, rebuildFamily } from './keeping/rebuild.ts';
export { areCounted } from './posting/counted.ts';
export { getPosted, getStory } from './posting/read.ts';
export { getTotals } from './posting/recount.ts';
export { isMovedBy, isOfSoFar } from './posting/restating.ts';
export { goalWords } from './targets/words.ts';
