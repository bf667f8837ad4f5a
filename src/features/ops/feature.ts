import { defineFeature } from '../../core/declare/feature.ts';
import { checkHealth, checkSetup } from './check-up.ts';
import { digest } from './digest.ts';
import { digestSamples } from './digest-views.ts';
import { home } from './home.ts';
import { askForHelp, findAnything, seeHealth, setUp } from './permissions.ts';
import { findEverywhere, openFoundThing } from './search.ts';
import { clicks, verbs } from './slack.ts';
import { talkSamples } from './talk-views.ts';
import { samples } from './views.ts';

/** Running the bot itself: help, find anything, health, set-up. */
export const ops = defineFeature({
  name: 'ops',
  title: 'Operations',
  permissions: [askForHelp, findAnything, seeHealth, setUp],
  operations: [findEverywhere, openFoundThing, checkHealth, checkSetup],
  commands: [
    {
      name: 'ops',
      summary: 'Find anything, see who may do what and how the bot is doing',
      usageHint: '<anything> | help | people | health | feeds | location | heartbeat | jobs | setup',
    },
  ],
  verbs,
  clicks,
  home,
  digest,
  samples: { ...samples, ...talkSamples, ...digestSamples },
});
