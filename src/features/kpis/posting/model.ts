/** What made a figure what it is. */
export interface Story {
  /** The names of the parts that moved it most, the first the most: "UPS Ground", "Midwest". */
  readonly movers: readonly string[];
  /** "UPS Ground −6.5 by how it did, −0.9 by its share"; none: it is not made of parts. */
  readonly moved: readonly string[];
  /** "carrier"; null: none tells anything. */
  readonly by: { readonly name: string; readonly title: string } | null;
}
