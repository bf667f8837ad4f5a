import type { Look } from '../../charts/model.ts';

/**
 * What everybody gets: nobody tells us their theme or their screen. On its own light ground it is read in both themes, and
 * what is read on a phone is read on a desk.
 */
export const lookOfAll: Look = { width: 360, theme: 'light' };

/**
 * Another one when the kit draws otherwise: pictures of before are not used again. A contract test draws the kit's samples and
 * says what to write here.
 */
export const pictureVersion = '8d30444a3c21';
