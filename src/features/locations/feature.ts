import { defineFeature } from '../../core/declare/feature.ts';
import { importLocations } from './importing/locations.ts';
import { importLocationsPermission } from './permissions.ts';

/** Locations and suppliers: other features build on it, it depends on none of them. */
export const locations = defineFeature({
  name: 'locations',
  title: 'Locations',
  permissions: [importLocationsPermission],
  operations: [],
  imports: [importLocations],
});
