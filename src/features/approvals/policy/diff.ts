import type { Policy, Rule, Stage } from './model.ts';

/** The part of a policy that another policy does not have; moved rules are the same rules. */
export interface Difference {
  readonly rules: readonly Rule[];
  /** The default approvers; null: they are the same. */
  readonly otherwise: Stage | null;
}

export function differences(
  before: Policy,
  after: Policy,
): { readonly removed: Difference; readonly added: Difference } {
  return { removed: onlyIn(before, after), added: onlyIn(after, before) };
}

function onlyIn(one: Policy, other: Policy): Difference {
  const known = new Set(other.rules.map(canonical));
  return {
    rules: one.rules.filter((rule) => !known.has(canonical(rule))),
    otherwise: canonical(one.otherwise) === canonical(other.otherwise) ? null : one.otherwise,
  };
}

/** JSON with sorted keys: the database keeps the keys of an object in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
