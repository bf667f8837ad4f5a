/** Thread lines and direct messages of a case: sent once, at the priority of a decision. */
export const toldOnce = {
  priority: 'decision',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
} as const;

/** The living card of a case. */
export const livingCard = { shape: 'living', late: 'deliver', inDoubt: 'repeat', counted: false } as const;
