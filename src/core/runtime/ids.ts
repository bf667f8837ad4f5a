import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** Source of ids, so that a test can make them predictable. */
export interface Ids {
  /** A uuid v7 whose leading 48 bits are `at` in Unix milliseconds: ids of one process sort by creation. */
  uuid(at: Date): string;
  /** A short reference to read aloud or paste in a message, such as `QM-7K3FQ9`. Not unique for ever. */
  reference(): string;
  /** Bytes that nobody can guess, such as the nonce of a cipher. */
  bytes(length: number): Uint8Array;
}

// Without letters and digits that sound or look alike.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

// Counts the ids of one millisecond, so that those of one process sort by creation.
let last = { msecs: 0, seq: 0 };

export const randomIds: Ids = {
  uuid(at) {
    const msecs = at.getTime();
    last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : randomInt(2 ** 31) };
    return v7(last);
  },
  reference: () => `QM-${Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')}`,
  bytes: randomBytes,
};
