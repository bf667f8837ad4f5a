import { readFile } from 'node:fs/promises';

/** How `npm start` and `npm run import` run: Node's options, and the file. */
export async function nodeScript(
  name: 'start' | 'import',
): Promise<{ readonly options: readonly string[]; readonly file: string }> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
    scripts: Record<typeof name, string>;
  };
  const [command, ...words] = scripts[name].split(' ');
  const file = words.pop();
  if (command !== 'node' || !file)
    throw new Error(`${name} runs "${scripts[name]}", and this bench only node.`);
  return { options: words, file };
}
