import { expect, test } from 'vitest';
import { defineFeature } from '../../../src/core/declare/feature.ts';
import { homeRanks } from '../../../src/core/declare/home.ts';
import { definePermission } from '../../../src/core/tokens/permission.ts';
import { Prisma } from '../../../src/db/generated/client.ts';
import { loggedErrors } from '../../harness/log.ts';
import { openShop } from '../../harness/shop.ts';

const look = definePermission({ key: 'payouts.see', to: 'see payouts', atLeast: 'viewer' });
const breaks = async () => {
  throw new Error('relation "payout" does not exist');
};

/** A feature whose every part is broken. */
const payouts = defineFeature({
  name: 'payouts',
  title: 'Payouts',
  permissions: [look],
  operations: [],
  finders: [{ kind: 'payout', searches: 'payouts', permission: look, find: breaks, show: breaks }],
  mentions: [
    {
      permission: look,
      has: () => Prisma.sql`EXISTS (SELECT 1 FROM payout)`,
      tells: () => Prisma.sql`(SELECT to_json(p) FROM payout p)`,
      draw: () => null,
    },
  ],
  home: [{ rank: homeRanks.mine, title: 'Due payouts', permission: look, draw: breaks }],
  digest: [{ key: 'payouts.due', title: 'Due payouts', about: 'due today', feed: null, read: breaks }],
  setup: [{ title: 'Payout feed', look: breaks }],
  health: [{ title: 'Payout feed', look: breaks }],
});
const named = /Payouts could not be read \(ref QM-[A-Z0-9]{6}\)/;

test('one broken feature does not hide the others wherever parts are shown together; the admins are told once', async () => {
  const errors = loggedErrors();
  await using shop = await openShop({
    at: '2026-03-02T07:00:00Z',
    stock: { 'MUG-01': 10 },
    features: [payouts],
  });
  await shop.vic.says('/issue new high shipping 3PL feed dead', 'ops-alerts');

  await shop.maya.says('/stock MUG-01');
  expect((await shop.maya.sees('10 available')).text, 'a card').toMatch(named);
  await shop.maya.says('/ops MUG');
  expect((await shop.maya.sees('1 thing fits')).text, 'find anything').toMatch(named);
  await shop.ada.says('/ops health');
  expect((await shop.ada.sees('1 thing to look at: Payout feed')).text, 'health').toMatch(named);
  await shop.ada.says('/ops setup');
  expect((await shop.ada.sees('steps of')).text, 'set-up').toMatch(named);
  await shop.vic.opensHome();
  const home = await shop.vic.seesHome('How fresh the numbers are');
  expect(home.text, 'App Home').toMatch(named);
  await shop.ada.says('/digest new');
  await shop.ada.seesForm('New digest');
  const chosen = { name: 'Morning', channel: 'C0OPSDAILY', when: 'daily 08:30', period: 'today' };
  await shop.ada.sends('New digest', { ...chosen, sections: ['payouts.due', 'issues.open'], kpis: [] });
  await shop.comes('2026-03-02T07:30:00Z');
  await shop.app.catchUp();
  await shop.app.idle();
  const posted = await shop.vic.sees('Morning · Mon 2 Mar, Berlin');
  expect(posted.text, 'the digest').toMatch(named);
  expect(posted.text).toContain('High: 3PL feed dead, nobody is on it');

  expect(errors).toHaveLength(6);
  const heard = await shop.ada.seesAll('dm');
  expect(heard.filter((text) => /Payouts in .* could not be read/.test(text))).toHaveLength(6);
  await shop.vic.opensHome();
  await shop.maya.says('/stock MUG-01');
  await shop.app.idle();
  expect(errors).toHaveLength(6);
  expect(await shop.ada.seesAll('dm')).toHaveLength(heard.length);
});
