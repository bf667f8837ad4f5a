import type { Policy, Rule, Stage } from './model.ts';

/** What a policy says that the other does not; moved rules are the same rules. */
export interface Difference {
  readonly rules: readonly Rule[];
  /** Who decides the rest, where that differs. */
  readonly otherwise: Stage | null;
}

export function differences(
  before: Policy,
  after: Policy,
): { readonly gone: Difference; readonly come: Difference } {
  return { gone: beyond(before, after), come: beyond(after, before) };
}

function beyond(one: Policy, other: Policy): Difference {
  const known = new Set(other.rules.map(written));
  return {
    rules: one.rules.filter((rule) => !known.has(written(rule))),
    otherwise: written(one.otherwise) === written(other.otherwise) ? null : one.otherwise,
  };
}

/** The database keeps the keys of an object in an order of its own. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
