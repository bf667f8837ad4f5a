import { defineFeature } from '../../core/declare/feature.ts';

/** Where stock lies and whom it comes from: others stand on it, it stands on nobody. */
export const locations = defineFeature({
  name: 'locations',
  title: 'Locations',
  permissions: [],
  operations: [],
});
