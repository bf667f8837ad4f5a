import { defineAction } from '../../../core/tokens/action.ts';
import { selectionShape } from '../../../core/tokens/bulk.ts';

export const tellServicesAction = defineAction({
  id: 'bulk.tell-service',
  version: 1,
  value: selectionShape,
});
