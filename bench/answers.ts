import { isDeepStrictEqual } from 'node:util';
import { mentioned } from './filling/cases.ts';
import { codeOf } from './filling/values.ts';
import { askOnce, type Target } from './load.ts';

interface Answer {
  readonly blocks?: readonly { type: string; rows?: readonly (readonly { text: string }[])[] }[];
}

/** Throws unless both answer with the same table by location: a peer that answers less is no comparison. */
export async function sameAnswers(one: Target, other: Target, skus: number): Promise<void> {
  for (let i = 0; i < 20; i++) {
    const code = codeOf(1 + Math.floor((i * (skus - 1)) / 19));
    const [mine, theirs] = [tableOf(await askOnce(one, code)), tableOf(await askOnce(other, code))];
    if (mine.length < 4 || !isDeepStrictEqual(mine, theirs)) {
      throw new Error(
        `Two apps answer differently for ${code}: ${JSON.stringify(mine)} and ${JSON.stringify(theirs)}`,
      );
    }
  }
}

function tableOf(answer: unknown): readonly (readonly string[])[] {
  const table = (answer as Answer).blocks?.find((block) => block.type === 'table');
  return (table?.rows ?? []).map((row) => row.map((cell) => cell.text));
}

/** How many lines of other features the card has of a SKU that an issue and an approval are about. */
export async function mentionsIn(target: Target): Promise<number> {
  const answer = JSON.stringify(await askOnce(target, codeOf(mentioned.everyApproval)));
  return ['Open issue: #', 'Pending: '].filter((line) => answer.includes(line)).length;
}
