import type { DigestSection } from '../../core/declare/digest.ts';
import { checkHealth } from './check-up.ts';
import { healthPart } from './digest-views.ts';

export const digest: readonly DigestSection[] = [
  {
    key: 'ops.health',
    title: 'Health of the bot',
    about: 'whether the bot and its sources are well, and what is not',
    feed: null,
    // Of what is not well, feeds and what is still to be set up stand there.
    ownHome: true,
    async read(ctx) {
      return healthPart(await checkHealth.call(ctx, {}));
    },
  },
];
