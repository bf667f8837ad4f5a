import { defineFeature } from '../../core/declare/feature.ts';

/** Watches of any kind of thing. Other features declare what can be watched, and by whom. */
export const watches = defineFeature({
  name: 'watches',
  title: 'Watches',
  permissions: [],
  operations: [],
});
