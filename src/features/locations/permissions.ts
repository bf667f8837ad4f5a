import { definePermission } from '../../core/tokens/permission.ts';

export const importLocationsPermission = definePermission({
  key: 'locations.import',
  to: 'import locations',
  atLeast: 'admin',
});

export const seeLocations = definePermission({
  key: 'locations.see',
  to: 'see locations and their hours',
  atLeast: 'viewer',
});

export const changeLocations = definePermission({
  key: 'locations.change',
  to: 'change locations and their hours',
  atLeast: 'manager',
});
