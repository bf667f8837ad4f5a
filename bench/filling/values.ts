// The values that statements and questions share: the n-th thing is the same in SQL and here.

/** What every statement is written for. Its texts are SQL. */
export interface Ground {
  readonly workspace: string;
  readonly now: string;
  readonly skus: number;
  /** Where cards stand. */
  readonly channels: readonly string[];
}

/** The tables whose ids are made, each with its own digit. */
const kinds = {
  location: '1',
  sku: '2',
  entry: '3',
  order: '4',
  person: '5',
  issue: '6',
  approval: '7',
  schedule: '8',
  feed: '9',
  message: 'a',
  audit: 'b',
  issueEvent: 'c',
  approvalEvent: 'd',
  step: 'e',
} as const;

type Kind = keyof typeof kinds;

// Ids that grow with the row, as uuid v7 does.
const beginning = (kind: Kind) => `01900000-0000-7000-800${kinds[kind]}-`;

/** The id of the n-th of a kind. */
export const idOf = (kind: Kind, n: number) => `${beginning(kind)}${n.toString(16).padStart(12, '0')}`;

/** The same in SQL; `n` is an expression. */
export const id = (kind: Kind, n: string) => `('${beginning(kind)}' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The code of the n-th SKU, from 1. */
export const codeOf = (n: number) => `BEN-${String(n).padStart(7, '0')}`;

export const code = (n: string) => `'BEN-' || lpad((${n})::text, 7, '0')`;

const materials = [
  'Stoneware',
  'Linen',
  'Walnut',
  'Bamboo',
  'Copper',
  'Marble',
  'Leather',
  'Enamel',
  'Cotton',
  'Rattan',
  'Velvet',
  'Ceramic',
  'Granite',
  'Alpaca',
  'Birchwood',
  'Concrete',
  'Aluminium',
  'Porcelain',
  'Merino',
  'Terracotta',
];
const things = [
  'mug',
  'lamp',
  'towel',
  'tray',
  'jar',
  'bowl',
  'vase',
  'shelf',
  'basket',
  'cushion',
  'plate',
  'kettle',
  'clock',
  'mirror',
  'blanket',
  'candle',
  'stool',
  'planter',
  'rug',
  'apron',
  'teapot',
  'carafe',
  'coaster',
  'bench',
  'hook',
];
const colours = [
  'blue',
  'green',
  'white',
  'amber',
  'slate',
  'coral',
  'plum',
  'ochre',
  'ivory',
  'teal',
  'rust',
  'sage',
  'navy',
  'cream',
  'black',
  'olive',
  'pink',
  'grey',
  'sand',
  'mint',
];

const at = (list: readonly string[], n: number) => list[n % list.length] ?? '';

/** The words that the n-th SKU's title shares with some others: 10,000 combinations. */
export function wordsOf(n: number): {
  readonly material: string;
  readonly thing: string;
  readonly colour: string;
} {
  return {
    material: at(materials, Math.floor(n / things.length)),
    thing: at(things, n),
    colour: at(colours, Math.floor(n / (things.length * materials.length))),
  };
}

const textArray = (list: readonly string[]) => `(ARRAY[${list.map((one) => `'${one}'`).join(', ')}])`;

/** One of these texts for each n, in turn, in SQL. */
export const pick = (list: readonly string[], n: string) => `${textArray(list)}[1 + (${n}) % ${list.length}]`;

/** The title of the n-th SKU: its words and its number. */
export const title = (n: string) =>
  [
    pick(materials, `${n} / ${things.length}`),
    pick(things, n),
    pick(colours, `${n} / ${things.length * materials.length}`),
    `(${n})::text`,
  ].join(` || ' ' || `);

// Prime: SKUs of neighbouring ranks lie far apart in their table.
const scatter = 7_919;

/** The SKU at a place of the list of best sellers, from 1. */
export const skuOfRank = (rank: number, skus: number) => 1 + ((rank * scatter) % skus);

export const ranked = (rank: string, skus: number) => `1 + (${rank}) * ${scatter} % ${skus}`;

// Its multiples fill the interval evenly, so that draws need no chance.
const golden = 0.618_033_988_749_894_9;

/** The rank that the n-th buyer or questioner wants: of twice the rank, half as many. Up to `skus`. */
export const zipfRank = (n: number, skus: number) => Math.floor(skus ** ((n * golden) % 1));

/** The same in SQL, without the best seller. */
export const zipfBelowBest = (n: string, skus: number) =>
  `1 + floor(power(${skus - 1}::float8, (${n}) * ${golden} - floor((${n}) * ${golden})))::bigint`;

/** When the n-th of so many happened: evenly over the last days, the last of them now. */
export const evenlySince = ({ now }: Ground, n: string, of: number, days: number) =>
  `${now} - (${of} - ${n}) * (interval '${days} days' / ${of})`;
