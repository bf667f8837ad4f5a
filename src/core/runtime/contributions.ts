/** A kind of thing that features contribute, such as checks or finders. Declared beside the shape of the thing. */
export interface ContributionKind<Part> {
  /** The key under which a feature lists its parts. */
  readonly name: string;
  /** Never present: a type-only link to the shape of the parts. */
  readonly shape?: Part;
}

/** @example export const finders = contribution<Finder>('finders'); */
export function contribution<Part>(name: string): ContributionKind<Part> {
  return { name };
}

export interface Contributed<Part> {
  /** The name of the feature it comes from. */
  readonly feature: string;
  /** Its name for people. */
  readonly title: string;
  /** `<feature>.<kind>.<n>`: the n-th of its kind that the feature lists, from 1. */
  readonly id: string;
  readonly part: Part;
}

/** The parts of all features, in the features' order. */
export interface Contributions {
  of<Part>(kind: ContributionKind<Part>): readonly Part[];
  /** The same parts, with the feature of each. */
  owned<Part>(kind: ContributionKind<Part>): readonly Contributed<Part>[];
  /** A feature's name for people. */
  titleOf(feature: string): string | null;
}

interface Contributor {
  readonly name: string;
  readonly title: string;
}

/** Reads the parts once, from anything that lists them under their kinds' names. */
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
    // `Feature` declares the shape of the parts under each kind's name.
    of: <Part>({ name }: ContributionKind<Part>) => (bare.get(name) ?? []) as readonly Part[],
    owned: <Part>({ name }: ContributionKind<Part>) =>
      (known.get(name) ?? []) as unknown as readonly Contributed<Part>[],
    titleOf: (feature) => features.find(({ name }) => name === feature)?.title ?? null,
  };
}

function owned({ name, title }: Contributor, kind: string, i: number, part: unknown): Contributed<unknown> {
  return { feature: name, title, id: `${name}.${kind}.${i + 1}`, part };
}
