/** For so long after it was opened a Home is kept up to date. */
export const keptMs = 60 * 60_000;

/** One Home is looked at no more often, with the minute: many changes in between are one. */
export const lookEveryMs = 50_000;

/** How many are looked at in one go. */
export const mostAtOnce = 50;
