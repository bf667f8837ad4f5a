import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { defineListAction } from '../../../core/tokens/page.ts';
import { shownChoices } from './model.ts';

const filter = z.object({ show: z.enum(shownChoices) });

export const listAction = defineListAction({ id: 'feeds.list', version: 1, filter });
export const exportAction = defineAction({ id: 'feeds.export', version: 1, value: filter });
/** Opens the form that changes a feed. */
export const changeAction = defineAction({
  id: 'feeds.change',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
