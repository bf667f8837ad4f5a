import { defineAction } from '../../../core/tokens/action.ts';
import { selectionShape } from '../../../core/tokens/bulk.ts';

export const takeIssuesAction = defineAction({ id: 'bulk.take-issues', version: 1, value: selectionShape });
/** The next two open a form. */
export const finishIssuesAction = defineAction({
  id: 'bulk.finish-issues',
  version: 1,
  value: selectionShape,
});
export const assignIssuesAction = defineAction({
  id: 'bulk.assign-issues',
  version: 1,
  value: selectionShape,
});
