import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigError } from '../../core/runtime/refusal.ts';

const owner = z.object({
  host: z.string(),
  pid: z.int().positive(),
  /** `server`: runs for long and serves the others. `command`: runs briefly. */
  kind: z.enum(['server', 'command']),
  /** Null while the database starts or stops. */
  socketDir: z.string().nullable(),
});

/** The process that has a data folder open. */
export type Owner = Readonly<z.infer<typeof owner>>;

/**
 * Null when the file is gone: its process has just let go. `unreadable`: the machine lost power before the file was on
 * disk, or somebody else wrote it; our processes never leave half a file.
 */
export async function readOwner(file: string): Promise<Owner | 'unreadable' | null> {
  try {
    const read = owner.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return read.success ? read.data : 'unreadable';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (error instanceof SyntaxError) return 'unreadable';
    throw new ConfigError([
      `${file} cannot be read (${code}). It says which process has the data open: make sure that none does, then remove it.`,
    ]);
  }
}
