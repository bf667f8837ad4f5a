import { defineAction } from '../../../core/tokens/action.ts';
import { selectionShape } from '../../../core/tokens/bulk.ts';

export const raiseOneAction = defineAction({ id: 'bulk.raise-one', version: 1, value: selectionShape });
export const tellServicesAction = defineAction({
  id: 'bulk.tell-service',
  version: 1,
  value: selectionShape,
});
