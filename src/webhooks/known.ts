import type { Receiver } from '../features/index.ts';

/** How long opened secrets are kept. */
const keepMs = 5_000;
/** What is not found is looked for again, at most this often: a source may just have been made. */
const againMs = 1_000;

export interface KnownSources {
  /** The source of a path. `again`: it was not found, or did not fit, in what is known. */
  find(path: string, again?: boolean): Promise<Receiver | null>;
}

/** Keeps the sources of the workspace, so that a delivery costs one statement. */
export function knowSources(elapsed: () => number, read: () => Promise<readonly Receiver[]>): KnownSources {
  let known: { readonly at: number; readonly sources: Promise<ReadonlyMap<string, Receiver>> } | null = null;
  return {
    async find(path, again = false) {
      const age = known ? elapsed() - known.at : Number.POSITIVE_INFINITY;
      if (age > (again ? againMs : keepMs)) {
        const sources = read().then((all) => new Map(all.map((one) => [one.path, one])));
        const fresh = { at: elapsed(), sources };
        known = fresh;
        sources.catch(() => {
          if (known === fresh) known = null;
        });
      }
      return (await known?.sources)?.get(path) ?? null;
    },
  };
}
