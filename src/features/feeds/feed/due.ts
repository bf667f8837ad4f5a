import { defineDue } from '../../../core/tokens/due.ts';

/** A feed may have been quiet for too long. */
export const silenceDue = defineDue('feeds.silence');
