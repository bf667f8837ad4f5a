import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

const one = z.object({ id: z.uuid() });

/** Shows one digest. */
export const showAction = defineAction({ id: 'digests.show', version: 1, value: one });
/** Opens the form of a new one. */
export const newAction = defineAction({ id: 'digests.new', version: 1, value: z.object({}) });
/** Adds a ready-made one. */
export const readyAction = defineAction({
  id: 'digests.ready',
  version: 1,
  value: z.object({ key: z.string() }),
});
/** Shows what it would say now. */
export const previewAction = defineAction({ id: 'digests.preview', version: 1, value: one });
export const sendAction = defineAction({ id: 'digests.send', version: 1, value: one });
/** Opens the form that changes it. */
export const editAction = defineAction({ id: 'digests.edit', version: 1, value: one });
export const resumeAction = defineAction({ id: 'digests.resume', version: 1, value: one });
/** What is rare, behind three dots. */
export const moreAction = defineAction({
  id: 'digests.more',
  version: 1,
  value: one.extend({ what: z.enum(['pause', 'edit', 'history', 'options', 'transfer', 'delete']) }),
});
/** In the forms: shows when it would be posted. */
export const newTimesAction = defineAction({ id: 'digests.new-times', version: 1, value: z.object({}) });
export const editTimesAction = defineAction({ id: 'digests.edit-times', version: 1, value: z.object({}) });
