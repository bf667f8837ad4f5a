import { expect, test } from 'vitest';
import { contributionsOf } from '../../../src/core/runtime/contributions.ts';
import { policyThatShips } from '../../../src/features/approvals/policy/in-force.ts';
import { features } from '../../../src/features/index.ts';
import type { Person } from '../../harness/person.ts';
import type { Seen } from '../../harness/seen.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

const shipped = policyThatShips(contributionsOf(features), 'EUR').rules;

/** How the line of a shipped rule begins, such as "1. small adjustment". */
function numbered(name: string): string {
  return `${shipped.findIndex((rule) => rule.name === name) + 1}. ${name}`;
}

const isPage = (label: string) => /^Rules \d+ to \d+$/.test(label);

/** Opens the policy and turns to the page with a rule. */
async function opens(who: Person, rule: string): Promise<Seen> {
  await who.says('/approval policy');
  let page = await who.sees('Who approves what');
  for (let turned = 0; !page.text.includes(rule) && turned < shipped.length; turned += 1) {
    const next = page.offers.findLast(isPage) ?? 'the next rules';
    await who.presses(page, next);
    page = await who.sees(`${next.split(' ')[1]}. `);
  }
  return page;
}

/** Opens the policy and picks an option of a rule. */
async function changes(who: Person, rule: string, option: string): Promise<Seen> {
  const policy = await opens(who, rule);
  await who.choosesFor(policy, rule, option);
  return policy;
}

/** The first page of the policy, as this person reads it now. */
async function rulesSeenBy(shop: Shop, who: Person): Promise<string> {
  await who.says('/approval policy');
  await shop.app.idle();
  const all = await who.seesAll();
  return all.findLast((text) => text.includes('Who approves what')) ?? '';
}

const pressed = async (who: Person, label: string) => {
  await who.says('/approval policy');
  await who.presses(await who.sees('Who approves what'), label);
};

test('everybody reads the rules in words and in order; only managers have the buttons', async () => {
  await using shop = await openShop();
  await shop.vic.says('/approval policy');
  const read = await shop.vic.sees(
    `Who approves what: ${shipped.length} rules, the first that matches decides`,
  );
  expect(read.ephemeral).toBe(true);
  expect(read.text).toContain(
    '1. small adjustment\nStock adjustment, at most 5 units and €50.00 in 24 hours per person and item → automatic',
  );
  expect(read.text).toContain(
    `${numbered('transfer')}\nTransfer (not in use yet), at most €2,000.00 in 24 hours`,
  );
  expect(read.text).toContain('→ a lead; a manager can override it in an emergency');
  expect(read.text).toContain('Anything else → a manager');
  expect(read.text).toContain('Default policy.');
  expect(read.offers.filter((label) => !isPage(label))).toEqual(['History']);
  await shop.omar.says('/approval policy');
  const managed = await shop.omar.sees('Who approves what');
  expect(managed.offers.filter((label) => !isPage(label))).toEqual([
    'Add a rule',
    'Who decides the rest',
    'History',
  ]);
});

test('a manager raises a bound in the form, and everybody reads the new rule, who changed it and when', async () => {
  await using shop = await openShop();
  await changes(shop.omar, '1. small adjustment', 'Edit');
  const form = await shop.omar.seesForm('Change a rule');
  expect(form).toContain('"initial_value":"50.00"');
  expect(
    await shop.omar.sends('Change a rule', { dayQuantityAtMost: '10', dayAmountAtMost: '1,250.50' }),
  ).toEqual({});
  await shop.app.idle();
  await shop.passes(60_000);
  const rules = await rulesSeenBy(shop, shop.vic);
  expect(rules).toContain('at most 10 units and €1,250.50 in 24 hours per person and item → automatic');
  expect(rules).toContain('Version 1, by Omar, 09:00 CET');
  await pressed(shop.vic, 'History');
  const history = await shop.vic.sees('The policy was last changed by Omar, 09:00 CET');
  expect(history.text).toContain('Changed rule 1, “small adjustment”');
  expect(history.text).toContain(
    'Before: Stock adjustment, at most 5 units and €50.00 in 24 hours per person',
  );
  expect(history.text).toContain(
    'After: Stock adjustment, at most 10 units and €1,250.50 in 24 hours per person',
  );
  const audit = await shop.db.prisma.auditEntry.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(audit.map(({ operation, reason }) => `${operation}: ${reason}`)).toEqual([
    'approvals.save-rule: Changed rule 1, “small adjustment”',
  ]);
});

test('a new rule with two stages is added at its place, moved and removed', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await pressed(shop.omar, 'Add a rule');
  expect(
    await shop.omar.sends('Add a rule', {
      name: 'Hamburg <!channel>',
      place: '2',
      kind: 'stock.adjustment',
      location: 'HAM',
      amountAtMost: '20',
      role1: 'lead',
      needs2: '1',
      people2: ['U0OMAR0001', 'U0ADA00001'],
    }),
  ).toEqual({});
  await shop.app.idle();
  const added = await rulesSeenBy(shop, shop.maya);
  expect(added).toContain('3. Hamburg <!channel>\n');
  expect(added).toContain('at most €20.00, at HAM → a lead, then Omar or Ada');
  await changes(shop.omar, '3. Hamburg', 'Move up');
  await shop.app.idle();
  expect(await rulesSeenBy(shop, shop.maya)).toContain('2. Hamburg <!channel>\n');
  await changes(shop.omar, '2. Hamburg', 'Remove');
  await shop.app.idle();
  const removed = await rulesSeenBy(shop, shop.maya);
  expect(removed).not.toContain('Hamburg');
  expect(removed).toContain('Version 3, by Omar');
});

test('a rule that cannot work is refused at its field, and nothing is saved', async () => {
  await using shop = await openShop();
  const wrong = async (values: Parameters<Person['sends']>[1]) => await shop.omar.sends('Add a rule', values);
  await pressed(shop.omar, 'Add a rule');
  const base = { name: 'Odd one', kind: 'stock.adjustment', place: '0', role1: 'lead' };
  expect(
    await wrong({
      ...base,
      quantityAtMost: '-5',
      amountAtMost: '0',
      dayQuantityAtMost: 'a few',
      dayAmountAtMost: '99999999999999999999999',
      needs1: '0',
    }),
  ).toEqual({
    quantityAtMost: 'Say at least one unit.',
    amountAtMost: 'Enter an amount above 0.',
    dayQuantityAtMost: 'Say whole units, such as 50.',
    dayAmountAtMost: 'That is too much.',
    needs1: 'Say at least one person.',
  });
  const clean = {
    quantityAtMost: '',
    amountAtMost: '',
    dayQuantityAtMost: '',
    dayAmountAtMost: '',
    needs1: '',
  };
  expect(await wrong({ ...clean, needs1: '7' })).toEqual({ needs1: 'Of leads there are only 3 people.' });
  expect(await wrong({ ...clean, role1: 'lead', department1: 'purchasing' })).toEqual({
    role1: 'There are no leads in purchasing.',
  });
  expect(await wrong({ ...clean, role1: 'any', department1: 'any', people1: ['U0VIC00001'] })).toEqual({
    people1: 'Vic may not decide: that is for an operator.',
  });
  expect(await wrong({ ...clean, people1: ['U0GUEST001'] })).toEqual({
    people1: 'I do not know all of them yet: they are known after their first command.',
  });
  expect(await wrong({ ...clean, people1: ['U0LENA0001'] })).toEqual({
    needs1: 'When Lena asks, it is for Lena alone, and nobody approves their own request.',
  });
  expect(await wrong({ ...clean, people1: [] })).toEqual({
    role1: 'Say who: a role, a department or people by name.',
  });
  expect(await wrong({ ...clean, who: 'nobody' })).toEqual({
    quantityAtMost: 'Where nobody has to say yes, say how much at most: a quantity or an amount.',
  });
  expect(await wrong({ ...clean, who: 'people', role1: 'lead', supplier: 'Nobody Ltd' })).toEqual({
    supplier: 'No product comes from Nobody Ltd.',
  });
  expect(await wrong({ ...clean, supplier: '', place: '3' })).toEqual({
    name: 'Nothing gets here: rule 3, “large adjustment”, matches all of it first.',
  });
  expect(await wrong({ ...clean, place: '0' })).toEqual({
    name: 'That would break rule “small adjustment”. Nothing gets here: rule 1, “Odd one”, matches all of it first.',
  });
  expect(await rulesSeenBy(shop, shop.vic)).toContain('Default policy.');
});

test('the default approvers are never nobody, and never the requester alone', async () => {
  await using shop = await openShop();
  await pressed(shop.omar, 'Who decides the rest');
  const form = 'What no rule matches';
  expect(await shop.omar.sends(form, { role1: 'any' })).toEqual({
    role1: 'Say who: a role, a department or people by name.',
  });
  expect(await shop.omar.sends(form, { role1: 'admin' })).toEqual({
    needs1: 'When Ada asks, it needs an admin other than Ada, and there is nobody.',
  });
  expect(await shop.omar.sends(form, { role1: 'lead', needs1: '2' })).toEqual({});
  await shop.app.idle();
  expect(await rulesSeenBy(shop, shop.vic)).toContain('Anything else → 2 leads');
});

test('the second of two managers with the form open is told who was first, and looks again', async () => {
  await using shop = await openShop();
  await changes(shop.omar, '1. small adjustment', 'Edit');
  const adas = await changes(shop.ada, '2. adjustment', 'Edit');
  await shop.omar.seesForm('Change a rule');
  await shop.ada.seesForm('Change a rule');
  expect(await shop.omar.sends('Change a rule', { dayQuantityAtMost: '10' })).toEqual({});
  await shop.passes(60_000);
  expect((await shop.ada.sends('Change a rule', { name: 'other' })).name).toContain(
    'Omar changed the policy at 09:00: look again.',
  );
  // Her list is outdated: its indexes may mean other rules.
  await shop.ada.choosesFor(adas, '3. large adjustment', 'Remove');
  await shop.ada.sees('Omar changed the policy at 09:00: look again.');
  const rules = await rulesSeenBy(shop, shop.ada);
  expect(rules).toContain('3. large adjustment');
  expect(rules).toContain('Version 1, by Omar');
});

test('of two changes at the same moment one is saved, and the other manager is told', async () => {
  await using shop = await openShop();
  const omars = await changes(shop.omar, '1. small adjustment', 'Move down').catch(() => null);
  expect(omars).not.toBeNull();
  await shop.omar.sees('That would break rule “small adjustment”');
  const price = numbered('price change');
  const purchase = numbered('very large purchase order');
  const seen = [await opens(shop.omar, price), await opens(shop.ada, purchase)] as const;
  await Promise.all([
    shop.omar.choosesFor(seen[0], price, 'Remove'),
    shop.ada.choosesFor(seen[1], purchase, 'Remove'),
  ]);
  await shop.app.idle();
  const rules = await rulesSeenBy(shop, shop.vic);
  expect(rules).toContain(`${shipped.length - 1} rules`);
  expect(rules).toMatch(/Version 1, by (Omar|Ada), 09:00 CET/);
  const told = async () => {
    const read = [...(await shop.omar.seesAll()), ...(await shop.ada.seesAll())];
    // Each in their own time: Omar is in New York.
    return read.filter((text) => /(Omar .* at 09|Ada .* at 03):00: look again\./.test(text));
  };
  await expect.poll(told).toHaveLength(1);
});

test('a former manager changes nothing, not even with an open form or an old button', async () => {
  await using shop = await openShop();
  const policy = await changes(shop.omar, '1. small adjustment', 'Edit');
  await shop.omar.seesForm('Change a rule');
  await shop.ada.says('/ops grant <@U0OMAR0001> viewer');
  await shop.ada.says('/ops revoke <@U0OMAR0001> manager');
  expect((await shop.omar.sends('Change a rule', { dayQuantityAtMost: '1000' })).name).toContain(
    'You may not change who approves what: that is for a manager.',
  );
  await shop.omar.choosesFor(policy, '2. adjustment', 'Remove');
  await shop.omar.sees('You may not change who approves what');
  expect(await rulesSeenBy(shop, shop.ada)).toContain('Default policy.');
});

const toLookAt = /(\d+) rules? to fix/;

test('set-up and policy report the same faults; only the policy adds those of kinds not in use yet', async () => {
  await using shop = await openShop();
  const later =
    'To fix before that kind is used: When Ada asks, it needs 2 managers other than Ada, and there is only 1 person.';
  await shop.ada.says('/ops setup');
  await shop.ada.sees(`Who approves what, ${shipped.length} rules, and people for all that are in use`);
  const sound = await opens(shop.vic, numbered('very large purchase order'));
  expect(sound.text).toContain(later);
  expect(await rulesSeenBy(shop, shop.vic)).not.toMatch(toLookAt);

  await shop.ada.says('/ops grant <@U0OMAR0001> viewer');
  await shop.ada.says('/ops revoke <@U0OMAR0001> manager');
  await shop.ada.says('/ops setup');
  const fault = 'When Ada asks, it needs a manager other than Ada, and there is nobody.';
  const setup = await shop.ada.sees(fault);
  const rules = await rulesSeenBy(shop, shop.vic);
  expect(rules).toContain(`To fix: ${fault}`);
  expect(toLookAt.exec(setup.text)?.[1]).toBe(toLookAt.exec(rules)?.[1]);
  // Faults that came by themselves do not keep anybody from changing other rules.
  await changes(shop.ada, numbered('price change'), 'Remove');
  await shop.app.idle();
  expect(await rulesSeenBy(shop, shop.vic)).toContain(`${shipped.length - 1} rules`);
});

test('a changed rule applies to new requests only', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  const before = await shop.lena.sees('Maya asks to write off 30 × MUG-01 in Hamburg');
  await changes(shop.omar, '2. adjustment', 'Edit');
  await shop.omar.seesForm('Change a rule');
  expect(await shop.omar.sends('Change a rule', { role1: 'manager' })).toEqual({});
  await shop.app.idle();
  await shop.maya.says('/stock adjust MUG-01 -20 lost');
  await shop.app.idle();
  const after = await shop.omar.sees('Maya asks to write off 20 × MUG-01 in Hamburg');
  expect(after.text).toContain('a manager');
  await shop.lena.presses(before, 'Approve');
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.lena.sees('Approved by Lena');
  const rows = await shop.db.prisma.approval.findMany({
    where: { workspaceId: shop.workspace.id },
    orderBy: { number: 'asc' },
  });
  expect(rows.map(({ state, policyVersion }) => `${state} by version ${policyVersion}`)).toEqual([
    'done by version 0',
    'waiting by version 1',
  ]);
});

test('whoever decides hears what a rule was and is, in the approvals channel or else directly', async () => {
  await using shop = await openShop();
  await shop.ada.says('/ops setup');
  await shop.ada.presses(await shop.ada.sees('none for alerts yet'), 'Choose channels');
  expect(await shop.ada.sends('Channels', { approvals: 'C0APPROVE1' })).toEqual({});
  await changes(shop.omar, '1. small adjustment', 'Edit');
  expect(await shop.omar.sends('Change a rule', { dayQuantityAtMost: '10' })).toEqual({});
  const told = await shop.lena.sees('Omar changed rule 1, “small adjustment”', 'ops-approvals');
  expect(told.text).toContain('Was: Stock adjustment, at most 5 units and €50.00 in 24 hours');
  expect(told.text).toContain('Is: Stock adjustment, at most 10 units and €50.00 in 24 hours');
  expect(told.offers).toEqual(['Show the rules', 'History']);
});

test('without an approvals channel the other deciders hear of a new rule directly, and its author does not', async () => {
  await using shop = await openShop();
  await pressed(shop.omar, 'Who decides the rest');
  expect(await shop.omar.sends('Who decides the rest', { role1: 'lead' })).toEqual({});
  const told = await shop.lena.sees('Omar changed who decides the rest', 'dm');
  expect(told.text).toContain('Was: anything else → a manager');
  expect(told.text).toContain('Is: anything else → a lead');
  await shop.ada.sees('Omar changed who decides the rest', 'dm');
  expect((await shop.omar.seesAll('dm')).filter((text) => text.includes('Omar changed who'))).toEqual([]);
  expect((await shop.maya.seesAll('dm')).filter((text) => text.includes('Omar changed who'))).toEqual([]);
});

test('a form that changes nothing makes no version, and an announcement is read by each alone', async () => {
  await using shop = await openShop();
  await shop.ada.says('/ops setup');
  await shop.ada.presses(await shop.ada.sees('none for alerts yet'), 'Choose channels');
  expect(await shop.ada.sends('Channels', { approvals: 'C0APPROVE1' })).toEqual({});
  await changes(shop.omar, '1. small adjustment', 'Edit');
  expect(await shop.omar.sends('Change a rule', { dayQuantityAtMost: '10' })).toEqual({});
  const told = await shop.vic.sees('Omar changed rule 1', 'ops-approvals');
  await shop.vic.presses(told, 'Show the rules');
  expect((await shop.vic.sees('Who approves what', 'ops-approvals')).ephemeral).toBe(true);
  expect((await shop.lena.sees('Omar changed rule 1', 'ops-approvals')).offers).toEqual([
    'Show the rules',
    'History',
  ]);
  await changes(shop.omar, '1. small adjustment', 'Edit');
  expect(await shop.omar.sends('Change a rule', {})).toEqual({});
  await shop.app.idle();
  expect(
    (await shop.lena.seesAll('ops-approvals')).filter((text) => text.includes('Omar changed')),
  ).toHaveLength(1);
  expect(await rulesSeenBy(shop, shop.vic)).toContain('Version 1, by Omar');
});

test('a rule for a location that is no longer in use keeps it when the rule is edited', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await changes(shop.omar, '1. small adjustment', 'Edit');
  expect(await shop.omar.sends('Change a rule', { location: 'HAM' })).toEqual({});
  await shop.db.prisma.location.updateMany({
    where: { workspaceId: shop.workspace.id, code: 'HAM' },
    data: { active: false },
  });
  await shop.app.idle();
  await shop.passes(60_000);
  await changes(shop.omar, '1. small adjustment', 'Edit');
  expect(await shop.omar.sends('Change a rule', { dayQuantityAtMost: '7' })).toEqual({});
  await shop.app.idle();
  await shop.passes(60_000);
  expect(await rulesSeenBy(shop, shop.vic)).toContain(
    'at most 7 units and €50.00 in 24 hours per person and item, at HAM',
  );
});
