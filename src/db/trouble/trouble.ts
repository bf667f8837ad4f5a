import type { Trouble } from '../../core/runtime/database.ts';

// SQLSTATE classes and codes: https://www.postgresql.org/docs/15/errcodes-appendix.html. P…: Prisma's own.
const byCode: readonly (readonly [RegExp, Trouble])[] = [
  [/^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)/, 'unreachable'],
  [/^(08...|57P0[1-5]|P1001|P1002|P1017)$/, 'unreachable'],
  [/^(25006)$/, 'read-only'],
  [/^(53100|53200)$/, 'full'],
  [/^(53300|57014|55P03|P2024|P2028)$/, 'busy'],
];
const byMessage: readonly (readonly [RegExp, Trouble])[] = [
  [
    /connection terminated|connection error and is not queryable|can't reach database|connection ended|is not currently accepting connections|^timeout expired$/i,
    'unreachable',
  ],
  [/statement timeout|timeout exceeded when trying to connect|too many clients/i, 'busy'],
];

/**
 * The passing trouble behind a database error; null for any other error. Drivers wrap each other's errors, so every
 * layer is checked.
 */
export function troubleOf(error: unknown): Trouble | null {
  for (const layer of layersOf(error)) {
    const codes = [layer.code, layer.originalCode].filter((code) => typeof code === 'string');
    // The embedded database is a socket file: without its owner the file is gone.
    if (layer.code === 'ENOENT' && layer.syscall === 'connect') return 'unreachable';
    for (const code of codes) for (const [pattern, trouble] of byCode) if (pattern.test(code)) return trouble;
    if (layer.kind === 'DatabaseNotReachable' || layer.kind === 'ConnectionClosed') return 'unreachable';
    const message = typeof layer.message === 'string' ? layer.message : '';
    for (const [pattern, trouble] of byMessage) if (pattern.test(message)) return trouble;
  }
  return null;
}

/**
 * Whether the database cannot hold what a statement says: a text it does not know, a number out of its range, a key that is
 * too long. No attempt will be better.
 */
export function isUnfit(error: unknown): boolean {
  return layersOf(error).some((layer) =>
    [layer.code, layer.originalCode].some((code) => typeof code === 'string' && unfit.test(code)),
  );
}
const unfit = /^(22...|54000)$/;

interface Layer {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
}

function layersOf(error: unknown): readonly Layer[] {
  const layers: Layer[] = [];
  for (let next: unknown = error; next && typeof next === 'object' && layers.length < 8; ) {
    // fetch throws TypeError: its network is not the database's.
    if (next instanceof TypeError) return [];
    layers.push(next);
    const { cause, meta } = next as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
    next = meta?.driverAdapterError ?? cause;
  }
  return layers.toReversed();
}
