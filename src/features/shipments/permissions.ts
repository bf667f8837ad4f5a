import { defineInternal } from '../../core/tokens/permission.ts';

export const tellShipmentsPermission = defineInternal({ key: 'shipments.tell', to: 'tell of shipments' });
