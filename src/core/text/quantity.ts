const plain = new Intl.NumberFormat('en-GB');

/** "1,204". */
export function number(n: number): string {
  return plain.format(n);
}
