import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const generated = 'src/db/generated/';

/** The TypeScript files below a folder, without tests and generated code. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter(
      (path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.test.ts') && !path.startsWith(generated),
    )
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The imports of a file: paths from the project's root for its own files, names for packages. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const specifiers = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  );
  return [...specifiers]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((specifier) => (specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier));
}

/** The text without comments, so that comments may mention what a rule forbids. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}
