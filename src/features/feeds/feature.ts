import { defineFeature } from '../../core/declare/feature.ts';
import { changeFeed, getFeed } from './editing/change.ts';
import { noteFailure } from './hearing/fail.ts';
import { gatherHandler } from './hearing/gather.ts';
import { hear } from './hearing/hear.ts';
import { health } from './list/checks.ts';
import { digest } from './list/digest.ts';
import { home } from './list/home.ts';
import { exportPage, getStandings, listPage, wholeList } from './list/list.ts';
import { changeFeeds, keepFeeds, seeFeeds } from './permissions.ts';
import { formSamples, samples } from './samples.ts';
import { beginSilence } from './silence/begin.ts';
import { endSilence } from './silence/end.ts';
import { followLocations } from './silence/follow-locations.ts';
import { noticeSilence } from './silence/notice.ts';
import { clicks, forms, verbs } from './slack.ts';

/** Where data comes from: when each source was heard, until when it is complete, and that it is silent. */
export const feeds = defineFeature({
  name: 'feeds',
  title: 'Feeds',
  permissions: [seeFeeds, changeFeeds, keepFeeds],
  operations: [
    hear,
    noteFailure,
    beginSilence,
    endSilence,
    listPage,
    exportPage,
    getStandings,
    getFeed,
    changeFeed,
  ],
  verbs,
  clicks,
  forms,
  due: [noticeSilence],
  work: [gatherHandler],
  follows: [followLocations],
  digest,
  home,
  lists: [wholeList],
  health,
  samples,
  formSamples,
});
