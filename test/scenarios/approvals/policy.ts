import type { Conditions, Group, Policy, Rule } from '../../../src/features/approvals/policy/model.ts';

const anyRequest: Conditions = {
  kind: null,
  quantityAtMost: null,
  amountAtMost: null,
  dayQuantityAtMost: null,
  dayAmountAtMost: null,
  location: null,
  supplier: null,
  requesterAtLeast: null,
};
const group = (role: Group['role']): Group => ({ role, department: null, people: [] });

/** "2 leads, then a manager" as `[2, 'lead'], [1, 'manager']`. */
export function needing(
  name: string,
  stages: readonly (readonly [number, NonNullable<Group['role']>])[],
  more: Partial<Conditions> & Pick<Partial<Rule>, 'breakGlass' | 'directly'> = {},
): Rule {
  const { breakGlass = false, directly = false, ...when } = more;
  return {
    name,
    when: { ...anyRequest, ...when },
    stages: stages.map(([needs, role]) => ({ needs, of: group(role) })),
    breakGlass,
    directly,
  };
}

/** A manager decides what no rule matches. */
export function policyOf(...rules: readonly Rule[]): Policy {
  return { rules: [...rules], otherwise: { needs: 1, of: group('manager') } };
}
