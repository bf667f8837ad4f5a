import { type ParseArgsConfig, parseArgs } from 'node:util';
import { asksForHelp } from '../src/console.ts';

/** The options and words of the command line. `--help` shows the usage and ends with code 0, a mistake with code 2. */
export function readCommandLine<T extends ParseArgsConfig>(usage: string, config: T) {
  if (asksForHelp()) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse((error as Error).message, usage);
  }
}

/** A mistake of whoever typed the command: one sentence, and how it is written. */
export function refuse(fault: string, usage: string): never {
  console.error(`${fault}\n${usage}`);
  process.exit(2);
}
