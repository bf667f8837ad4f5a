/** A kind of thing that features contribute, such as checks or finders. Declared beside the shape of the thing. */
export interface ContributionKind<Part> {
  /** The key under which a feature lists its own. */
  readonly name: string;
  /** Never there: ties the kind to the shape of what is contributed. */
  readonly shape?: Part;
}

/** @example export const finders = contribution<Finder>('finders'); */
export function contribution<Part>(name: string): ContributionKind<Part> {
  return { name };
}

export interface Contributed<Part> {
  /** The name of the feature it comes from. */
  readonly feature: string;
  /** The same for people. */
  readonly title: string;
  /** `<feature>.<kind>.<n>`: the n-th of its kind that the feature lists, from 1. */
  readonly id: string;
  readonly part: Part;
}

/** What all features contribute, in their order. */
export interface Contributions {
  of<Part>(kind: ContributionKind<Part>): readonly Part[];
  /** The same with the feature that each one comes from. */
  owned<Part>(kind: ContributionKind<Part>): readonly Contributed<Part>[];
  /** A feature's name for people. */
  titleOf(feature: string): string | null;
}

interface Contributor {
  readonly name: string;
  readonly title: string;
}

/** Reads them once from anything that lists parts under their kinds' names. */
export function contributionsOf(features: readonly Contributor[]): Contributions {
  const known = new Map<string, Contributed<unknown>[]>();
  for (const feature of features)
    for (const [kind, parts] of Object.entries(feature))
      if (Array.isArray(parts))
        known.set(kind, [
          ...(known.get(kind) ?? []),
          ...parts.map((part: unknown, i) => owned(feature, kind, i, part)),
        ]);
  const bare = new Map([...known].map(([kind, parts]) => [kind, parts.map(({ part }) => part)]));
  return {
    // What stands under a kind's name has its shape: `Feature` says so.
    of: <Part>({ name }: ContributionKind<Part>) => (bare.get(name) ?? []) as readonly Part[],
    owned: <Part>({ name }: ContributionKind<Part>) =>
      (known.get(name) ?? []) as unknown as readonly Contributed<Part>[],
    titleOf: (feature) => features.find(({ name }) => name === feature)?.title ?? null,
  };
}

function owned({ name, title }: Contributor, kind: string, i: number, part: unknown): Contributed<unknown> {
  return { feature: name, title, id: `${name}.${kind}.${i + 1}`, part };
}
