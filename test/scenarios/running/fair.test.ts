import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';
import { paint } from '../people/paint-feature.ts';

const tooMany = 'That is more than 3 requests in a minute, so I have not done this one';

test('one command more than a member may send in a minute is refused privately; others are answered', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 }, unitCost: 450n, commandsPerMinute: 30 });
  const { maya, lena } = shop;
  for (let n = 0; n < 30; n += 1) await maya.says('/stock MUG-01');
  expect(await maya.seesAll()).toHaveLength(30);
  await maya.says('/stock MUG-01');
  const refused = await maya.sees(
    'That is more than 30 requests in a minute, so I have not done this one: /stock MUG-01.',
  );
  expect(refused.ephemeral).toBe(true);
  expect(refused.text).toContain('Try again in 60 seconds.');
  await lena.says('/stock MUG-01');
  await lena.sees('10 available');
  await shop.passes(60_001);
  await maya.says('/stock adjust MUG-01 -1 damaged');
  await maya.sees('9 available');
});

test('the limit counts commands, buttons, forms, direct messages, mentions and shortcuts alike', async () => {
  const { feature, painted } = paint();
  await using shop = await openShop({ features: [feature], commandsPerMinute: 3 });
  const { maya } = shop;
  await maya.says('/ops brush');
  const card = await maya.sees('Brush');
  await maya.presses(card, 'Paint with a form');
  await maya.seesForm('Colour');
  await maya.presses(card, 'Paint');
  expect(painted()).toBe(1);
  expect((await maya.sends('Colour', { colour: 'red' })).colour).toContain(tooMany);
  await maya.presses(card, 'Paint');
  await maya.sees(tooMany);
  await maya.picks('paint.anywhere');
  await maya.says('ops paint', 'dm');
  await shop.app.idle();
  expect((await maya.seesAll('dm')).filter((text) => text.includes(tooMany))).toHaveLength(2);
  await maya.says('<@U0QMBOT001> ops paint');
  await shop.app.idle();
  expect((await maya.seesAll()).filter((text) => text.includes(tooMany))).toHaveLength(2);
  expect((await shop.lena.seesAll()).filter((text) => text.includes(tooMany))).toEqual([]);
  expect(painted()).toBe(1);
  await shop.passes(60_001);
  // The form is still open, with what was entered.
  expect(await maya.sends('Colour', { colour: 'red' })).toEqual({});
  expect(painted()).toBe(2);
});

test('while two requests of a member take long, a third is refused and those of others are answered', async () => {
  const { feature, hold, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  const { maya, lena } = shop;
  const { waits, release } = hold();
  const slow = [maya.says('/ops paint'), maya.says('/ops paint')];
  await waits;
  await expect
    .poll(
      async () => {
        await maya.says('/ops brush');
        return (await maya.seesAll()).join();
      },
      { interval: 200 },
    )
    .toContain('Two of your requests are still running, so I have not started this one: /ops brush.');
  await lena.says('/ops brush');
  await lena.sees('Brush');
  release();
  await Promise.all(slow);
  await maya.says('/ops paint');
  await maya.sees('Painted');
  expect(painted()).toBe(3);
});

test('a burst of cards by one member does not hold up another member’s card', async () => {
  await using shop = await openShop({ paceMs: 1_000 });
  const { maya, lena } = shop;
  for (let n = 1; n <= 20; n += 1) await maya.says(`/issue new normal warehouse pallet ${n} is wet`);
  await lena.says('/issue new normal warehouse the scanner is broken');
  await shop.app.idle();
  for (let second = 0; second < 21; second += 1) {
    await shop.passes(1_001);
    await shop.app.catchUp();
    await shop.app.idle();
  }
  const cards = (await shop.vic.seesAll()).filter((text) => /is wet|scanner is broken/.test(text));
  expect(cards).toHaveLength(21);
  expect(cards.findIndex((text) => text.includes('scanner is broken'))).toBe(1);
  // A person's own cards keep their order.
  const wet = cards.flatMap((text) => /pallet (\d+) is wet/.exec(text)?.[1] ?? []);
  expect(wet).toEqual(Array.from({ length: 20 }, (_, i) => `${i + 1}`));
});
