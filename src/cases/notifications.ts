/** How the lines of a thread and direct messages about a case are sent: each once, and somebody waits for it. */
export const toldOnce = {
  priority: 'decision',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
} as const;

/** How its living card is sent. */
export const livingCard = { shape: 'living', late: 'deliver', inDoubt: 'repeat', counted: false } as const;
