/** The teams of a shop's operations. */
export const departments = [
  'receiving',
  'warehouse',
  'shipping',
  'purchasing',
  'customer service',
  'management',
] as const;

export type Department = (typeof departments)[number];
