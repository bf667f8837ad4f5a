import { defineFeature } from '../../core/declare/feature.ts';

/** Systems outside that tell us things. */
export const sources = defineFeature({
  name: 'sources',
  title: 'Sources',
  permissions: [],
  operations: [],
});
