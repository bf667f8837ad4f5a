import { expect, test } from 'vitest';
import { cancelKind, changeKind, refundKind, reshipKind } from '../../orders/acting/kinds.ts';
import { adjustmentKind } from '../../stock/adjustment/kind.ts';
import { shippedPolicy } from './defaults.ts';
import { type MeasuredRequest, matchRule } from './match.ts';
import { policyShape } from './model.ts';
import type { Person } from './staffing.ts';
import { upcomingKinds } from './upcoming-kinds.ts';
import { faultsOf } from './validation.ts';

const shippedKinds = [adjustmentKind, changeKind, cancelKind, reshipKind, refundKind, ...upcomingKinds];
const defaultPolicy = (currency: string) => shippedPolicy(shippedKinds, currency);

const euros = (whole: number) => BigInt(whole) * 100n;

function asked(
  kind: string,
  quantity: number | null,
  amountMinor: bigint | null,
  before = 0,
): MeasuredRequest {
  return {
    kind,
    measure: { subject: 'it', quantity, amountMinor, location: null, supplier: null },
    before: { quantity: 0, amountMinor: euros(before) },
    requesterRoles: ['operator'],
  };
}

test.each<[string, MeasuredRequest, string]>([
  ['5 units for 50', asked('stock.adjustment', 5, euros(50)), 'nobody'],
  ['6 units for 50', asked('stock.adjustment', 6, euros(50)), '1 lead'],
  ['5 units for 50.01', asked('stock.adjustment', 5, 5_001n), '1 lead'],
  ['5 units of unknown cost', asked('stock.adjustment', 5, null), '1 manager'],
  ['5 units for 50 after 20 that day', asked('stock.adjustment', 5, euros(50), 20), '1 lead'],
  ['600 units for 500', asked('stock.adjustment', 600, euros(500)), '1 lead'],
  ['an adjustment for 500.01', asked('stock.adjustment', 1, 50_001n), '1 manager'],
  ['a count off by 1,000', asked('stock.count', 40, euros(1_000)), '1 lead'],
  ['a count off by 1,001', asked('stock.count', 40, euros(1_001)), '1 manager'],
  ['a transfer of 2,000', asked('stock.transfer', 40, euros(2_000)), 'nobody'],
  ['a transfer of 2,001', asked('stock.transfer', 40, euros(2_001)), '1 lead'],
  ['a transfer from low cover', asked('stock.transfer', 40, null), '1 lead'],
  ['a write-off of 10', asked('stock.write-off', 1, euros(10)), '1 lead'],
  ['a write-off of 501', asked('stock.write-off', 1, euros(501)), '1 manager'],
  ['a refund of 50', asked('orders.refund', null, euros(50)), 'nobody'],
  ['a refund of 50 after 100 for the customer', asked('orders.refund', null, euros(50), 100), 'nobody'],
  ['a refund of 50 after 101 for the customer', asked('orders.refund', null, euros(50), 101), '1 lead'],
  ['a refund of 250', asked('orders.refund', null, euros(250)), '1 lead'],
  ['a refund of 251', asked('orders.refund', null, euros(251)), '1 manager'],
  ['50 orders at once', asked('orders.bulk', 50, null), 'nobody'],
  ['51 orders at once', asked('orders.bulk', 51, null), '1 lead'],
  ['a cancellation once it is packed', asked('orders.cancel', 1, euros(20)), '1 lead'],
  ['a purchase order of 1,000', asked('purchasing.order', null, euros(1_000)), 'nobody'],
  ['a purchase order of 5,000', asked('purchasing.order', null, euros(5_000)), '1 lead'],
  ['a purchase order of 25,000', asked('purchasing.order', null, euros(25_000)), '1 manager'],
  ['a purchase order of 25,001', asked('purchasing.order', null, euros(25_001)), '2 manager'],
  ['a price change', asked('prices.change', null, null), '1 manager'],
  ['anything else', asked('approvals.free-form', null, euros(1)), '1 manager'],
])('the approvers by the policy that ships: %s', (_, question, needs) => {
  const [stage] = matchRule(defaultPolicy('EUR'), question).stages;
  expect(stage ? `${stage.needs} ${stage.of.role}` : 'nobody').toBe(needs);
});

test('whole amounts stay the same in a currency without decimals', () => {
  const [first] = defaultPolicy('JPY').rules;
  expect(first?.when.dayAmountAtMost).toBe('50');
});

test('the policy that ships has no faults in a shop of three managers and three leads', () => {
  const people = ['lead', 'lead', 'lead', 'manager', 'manager', 'admin'].map(
    (role, index): Person => ({ id: `${role} ${index}`, name: role, roles: [role], departments: [] }),
  );
  const policy = defaultPolicy('EUR');
  expect(policyShape.parse(policy)).toEqual(policy);
  const kinds = shippedKinds.map((kind) => ({ ...kind, measures: null }));
  expect(faultsOf(policy, { people, kinds, locations: [], suppliers: [] })).toEqual([]);
});
