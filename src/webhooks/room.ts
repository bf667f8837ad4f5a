/** Who sends a body: what one of them holds is no room of the others. */
export interface Sender {
  /** The id of the source. */
  readonly source: string;
  /** From where it comes, of IPv6 the network; behind a proxy all come from one. */
  readonly address: string;
}

export interface Limits {
  readonly bytes: number;
  /** Bodies that are being read or written, however little has come of them. */
  readonly bodies: number;
}

/** The place of one body, from its beginning until it leaves. */
export interface Seat {
  /** Whether so many more bytes would have room now. */
  fits(bytes: number): boolean;
  /** Takes them. False: there is no room for them. */
  take(bytes: number): boolean;
  leave(): void;
}

export interface Room {
  /** Null: there is none left for this sender. */
  enter(sender: Sender): Seat | null;
}

/** One source, or one address, has half of the room, and one address at one source a quarter. */
const half = 1 / 2;
const quarter = 1 / 4;

/**
 * Room for the bodies that are under way in this process: being read, or not written yet. Who knows the address of one source and sends slowly fills neither
 * that of another, nor, from one place, that of the source itself.
 */
export function openRoom(limits: Limits): Room {
  const used = new Map<string, { bytes: number; bodies: number }>();
  const usedBy = (key: string) => used.get(key) ?? { bytes: 0, bodies: 0 };

  function add(keys: readonly string[], bytes: number, bodies: number): void {
    for (const key of keys) {
      const before = usedBy(key);
      const now = { bytes: before.bytes + bytes, bodies: before.bodies + bodies };
      if (now.bodies > 0) used.set(key, now);
      else used.delete(key);
    }
  }

  return {
    enter({ source, address }) {
      const shares: readonly (readonly [string, number])[] = [
        ['all', 1],
        [`source ${source}`, half],
        [`address ${address}`, half],
        [`both ${source} ${address}`, quarter],
      ];
      const keys = shares.map(([key]) => key);
      if (shares.some(([key, share]) => usedBy(key).bodies >= limits.bodies * share)) return null;
      add(keys, 0, 1);
      let held = 0;
      const fits = (bytes: number) =>
        shares.every(([key, share]) => usedBy(key).bytes + bytes <= limits.bytes * share);
      return {
        fits,
        take(bytes) {
          if (!fits(bytes)) return false;
          held += bytes;
          add(keys, bytes, 0);
          return true;
        },
        leave() {
          add(keys, -held, -1);
        },
      };
    },
  };
}
