import { defineFeature } from '../../core/declare/feature.ts';
import { importLocations } from './importing/locations.ts';
import { importLocationsPermission } from './permissions.ts';

/** Where stock lies and whom it comes from: others stand on it, it stands on nobody. */
export const locations = defineFeature({
  name: 'locations',
  title: 'Locations',
  permissions: [importLocationsPermission],
  operations: [],
  imports: [importLocations],
});
