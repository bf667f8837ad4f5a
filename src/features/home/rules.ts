/** How long after it was opened a Home is kept up to date. */
export const keptMs = 60 * 60_000;

/**
 * A Home is checked at most this often, so that many changes lead to one update; just under the minute between two
 * checks.
 */
export const lookEveryMs = 50_000;

/** The most Homes checked in one go. */
export const mostAtOnce = 50;
