import { defineFeature } from '../../core/declare/feature.ts';
import { isHomeOpen, isNews, noteHome, openHome, takeOpenHomes } from './keep.ts';
import { keepHomes, seeHome } from './permissions.ts';
import { samples } from './samples.ts';

/** App Home: one page of everything that concerns its reader, gathered from all features. */
export const home = defineFeature({
  name: 'home',
  title: 'Home',
  permissions: [seeHome, keepHomes],
  operations: [openHome, takeOpenHomes, isHomeOpen, isNews, noteHome],
  samples,
});
