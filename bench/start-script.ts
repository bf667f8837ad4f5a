import { readFile } from 'node:fs/promises';

/** How `npm start` runs the bot: Node's options, and the built file. */
export async function startScript(): Promise<{ readonly options: readonly string[]; readonly file: string }> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
  const [command, ...words] = scripts.start.split(' ');
  const file = words.pop();
  if (command !== 'node' || !file)
    throw new Error(`npm start runs "${scripts.start}", and this bench only node.`);
  return { options: words, file };
}
