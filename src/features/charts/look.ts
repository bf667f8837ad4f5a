import type { Look } from '../../charts/model.ts';

/**
 * What everybody gets: nobody tells us their theme or their screen. On its own light ground it is read in both themes, and
 * what is read on a phone is read on a desk.
 */
export const lookOfAll: Look = { width: 360, theme: 'light' };

/** Raised whenever the kit draws otherwise: pictures of before are not used again. */
export const pictureVersion = 3;
