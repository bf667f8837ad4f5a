/**
 * The texts that are one slip away, itself included: a character too many, too few, another one of `alphabet`, or two that
 * changed places. Of a text of n characters some 2 n times the alphabet.
 */
export function oneSlipFrom(text: string, alphabet: string): readonly string[] {
  const characters = [...text];
  const others = [...new Set([...alphabet, ...characters])];
  const near = new Set([text]);
  for (let i = 0; i <= characters.length; i += 1) {
    const before = characters.slice(0, i).join('');
    const after = characters.slice(i).join('');
    const [here = '', next = ''] = characters.slice(i);
    const rest = characters.slice(i + 1).join('');
    for (const other of others) near.add(before + other + after);
    if (here === '') continue;
    near.add(before + rest);
    for (const other of others) near.add(before + other + rest);
    near.add(before + next + here + characters.slice(i + 2).join(''));
  }
  near.delete('');
  return [...near];
}
