/** Deeper than any system nests what it means: what goes on is a mistake, or meant to break whoever reads it. */
export const deepestJson = 100;

/** Of JSON that is nested deeper than `deepestJson`: completes "Line 3 …". */
export const nestedTooDeep = 'is nested too deep';

/** The nesting depth of a value, without recursion; stops beyond `most`. */
export function depthOf(value: unknown, most: number): number {
  let level: readonly unknown[] = [value];
  for (let depth = 0; ; depth += 1) {
    level = level.filter((one) => typeof one === 'object' && one !== null);
    if (level.length === 0 || depth > most) return depth;
    level = level.flatMap((one) => Object.values(one as object));
  }
}

export function isTooDeep(value: unknown): boolean {
  return depthOf(value, deepestJson) > deepestJson;
}
