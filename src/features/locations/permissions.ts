import { definePermission } from '../../core/tokens/permission.ts';

export const importLocationsPermission = definePermission({
  key: 'locations.import',
  to: 'import locations',
  atLeast: 'admin',
});
