import { defineWork } from '../../../core/tokens/work.ts';
import { waitingNews } from './model.ts';

/** News of a feed that was written moments ago: it is written with what else comes until then. */
export const gatherNews = defineWork({ id: 'feeds.gather', data: waitingNews, together: 500 });
