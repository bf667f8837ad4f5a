import { defineFeature } from '../../core/declare/feature.ts';

/** Who sees what as it changes. What can be watched, and who may, its features say. */
export const watches = defineFeature({
  name: 'watches',
  title: 'Watches',
  permissions: [],
  operations: [],
});
