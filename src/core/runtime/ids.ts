import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** Where ids come from, so that a test can make them predictable. */
export interface Ids {
  /** A uuid v7 whose leading 48 bits are `at` in Unix milliseconds: rows of one process sort by when they were made. */
  uuid(at: Date): string;
  /** A short reference to read aloud or paste in a message, such as `QM-7K3FQ9`. Not unique for ever. */
  reference(): string;
}

// Without letters and digits that are mistaken for one another when read aloud.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

// Counts the ids of one millisecond, so that those of one process sort as they were made.
let last = { msecs: 0, seq: 0 };

export const randomIds: Ids = {
  uuid(at) {
    const msecs = at.getTime();
    last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : randomInt(2 ** 31) };
    return v7(last);
  },
  reference: () => `QM-${Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')}`,
};
