import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test('an operator ends all issues of a list at once; what changed meanwhile is left alone and said', async () => {
  await using shop = await openShop();
  for (const title of ['label printer dead', 'tape is out', 'scale is off'])
    await shop.maya.says(`/issue new low warehouse ${title}`);
  await shop.maya.says('/issue');
  await shop.maya.presses(await shop.maya.sees('3 open issues'), 'Act on all 3');
  const selected = await shop.maya.sees('3 issues selected');
  expect(selected.offers).not.toContain('Assign');
  await shop.lena.says('/issue 2');
  await shop.lena.presses(await shop.lena.sees('tape is out'), 'I’m on it');
  await shop.maya.presses(selected, 'Done');
  await shop.maya.sends('How did they end?', { code: 'fixed', note: 'The power is back.' });
  await shop.maya.sees('It has begun: mark 3 issues as done (fixed)');
  await shop.app.idle();
  await shop.app.catchUp();
  const end = await shop.maya.sees('Marked 2 of 3 issues as done (fixed): 1 changed meanwhile', 'dm');
  expect(end.text).toContain('Issue 2 (low): tape is out: Selected as “new: nobody”, now “on it: Lena');
  await shop.maya.presses(end, 'As CSV');
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.maya.sees('3 rows as CSV', 'dm');
  await shop.maya.presses(selected, 'I’m on all of them');
  await shop.maya.sees('You have acted on this selection: each is good for once.');
});

test('a lead asks somebody to take all of a list', async () => {
  await using shop = await openShop();
  for (const title of ['one', 'two']) await shop.maya.says(`/issue new low warehouse ${title}`);
  await shop.lena.says('/issue');
  await shop.lena.presses(await shop.lena.sees('2 open issues'), 'Act on all 2');
  await shop.lena.presses(await shop.lena.sees('2 issues selected'), 'Assign');
  await shop.lena.sends('Who should take them?', { person: shop.maya.id });
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.lena.sees('Asked Maya to take 2 issues', 'dm');
});

test('a viewer and a list of one are not offered it', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new low warehouse one');
  await shop.maya.says('/issue');
  expect((await shop.maya.sees('1 open issue')).offers.join()).not.toContain('Act on all');
  await shop.maya.says('/issue new low warehouse two');
  await shop.vic.says('/issue');
  expect((await shop.vic.sees('2 open issues')).offers.join()).not.toContain('Act on all');
});

test('a Critical issue, a task and what somebody is on are left to their own cards', async () => {
  await using shop = await openShop();
  for (const line of ['critical warehouse checkout is down', 'low warehouse tape is out'])
    await shop.lena.says(`/issue new ${line}`);
  await shop.maya.says('/issue 2');
  await shop.maya.presses(await shop.maya.sees('tape is out'), 'I’m on it');
  await shop.lena.says('/issue');
  await shop.lena.presses(await shop.lena.sees('2 open issues'), 'Act on all 2');
  const selected = await shop.lena.sees('2 issues selected');
  expect(selected.text).toContain('Issue 1 (critical): checkout is down · new: nobody');
  await shop.lena.presses(selected, 'Assign');
  await shop.lena.sends('Who should take them?', { person: shop.omar.id });
  await shop.app.idle();
  await shop.app.catchUp();
  const asked = await shop.lena.sees('Asked Omar to take 1 of 2 issues: 1 could not be done', 'dm');
  expect(asked.text).toContain('Issue 2 (low): tape is out: Maya is on it.');
  await shop.lena.says('/issue');
  await shop.app.idle();
  await shop.lena.presses(await shop.lena.sees('2 open issues'), 'Act on all 2');
  await shop.app.idle();
  await shop.lena.presses(await shop.lena.sees('2 issues selected'), 'Done');
  expect(await shop.lena.sends('How did they end?', { code: 'fixed', note: null })).toEqual({});
  await shop.lena.sees('It has begun: mark 2 issues as done (fixed)');
  await shop.app.idle();
  await shop.app.catchUp();
  const ended = await shop.lena.sees('Marked 1 of 2 issues as done (fixed): 1 could not be done', 'dm');
  expect(ended.text).toContain('It is Critical: such an issue is ended on its own card.');
});
