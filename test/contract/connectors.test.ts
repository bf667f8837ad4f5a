import { expect, test } from 'vitest';
import { rightsReference } from '../../scripts/generated.ts';
import { defineFeature, type Feature } from '../../src/core/declare/feature.ts';
import { defineConnector } from '../../src/core/tokens/connector.ts';
import { defineInternal, definePermission } from '../../src/core/tokens/permission.ts';
import { features } from '../../src/features/index.ts';

/** Who may do what, and who says yes to it, is between people. */
const forPeople = ['people', 'approvals'];

/** What is wrong with the lists of connectors, as sentences. */
function listFaults(listed: readonly Feature[]): readonly string[] {
  const owners = new Map(
    listed.flatMap(({ name, permissions }) => permissions.map(({ key }) => [key, name] as const)),
  );
  return listed.flatMap(({ connectors = [] }) =>
    connectors.flatMap(({ id, may }) => [
      ...(may.length === 0 ? [`${id} may do nothing: name the permissions of what it does`] : []),
      ...may.flatMap(({ key, atLeast }) => {
        const owner = owners.get(key);
        if (owner === undefined) return [`${id} may ${key}, which no feature lists in its permissions`];
        if (forPeople.includes(owner)) return [`${id} may ${key}: rights and approvals are for people alone`];
        return atLeast === 'admin'
          ? [`${id} may ${key}, a right of admins: give what a source does a permission of its own`]
          : [];
      }),
    ]),
  );
}

test('a connector may do what is declared, and nothing that admins or approvers do', () => {
  expect(listFaults(features)).toEqual([]);
});

test('a breach is caught', () => {
  const tell = defineInternal({ key: 'parcels.tell', to: 'tell where parcels are' });
  const price = definePermission({ key: 'parcels.price', to: 'set prices', atLeast: 'admin' });
  const decide = definePermission({ key: 'approvals.decide', to: 'decide', atLeast: 'lead' });
  const gone = definePermission({ key: 'parcels.gone', to: 'do what was', atLeast: 'viewer' });
  const carrier = (...may: readonly (typeof gone | typeof tell)[]) =>
    listFaults([
      defineFeature({
        name: 'parcels',
        title: 'Parcels',
        permissions: [tell, price],
        operations: [],
        connectors: [defineConnector({ id: 'dhl', name: 'DHL', may })],
      }),
      defineFeature({ name: 'approvals', title: 'Approvals', permissions: [decide], operations: [] }),
    ]);
  expect(carrier(tell)).toEqual([]);
  expect(carrier()).toEqual([expect.stringContaining('dhl may do nothing')]);
  expect(carrier(gone)).toEqual([expect.stringContaining('which no feature lists')]);
  expect(carrier(price)).toEqual([expect.stringContaining('a right of admins')]);
  expect(carrier(decide)).toEqual([expect.stringContaining('for people alone')]);
});

test('the reference of rights says what each source may do', () => {
  const tell = defineInternal({ key: 'parcels.tell', to: 'tell where parcels are' });
  const connectors = [defineConnector({ id: 'dhl', name: 'DHL', may: [tell] })];
  const parcels = { name: 'parcels', title: 'Parcels', permissions: [tell], operations: [], connectors };
  expect(rightsReference([parcels])).toContain('| DHL | `parcels.tell` | tell where parcels are |');
  expect(rightsReference([{ ...parcels, connectors: [] }])).not.toContain('Sources outside');
});
