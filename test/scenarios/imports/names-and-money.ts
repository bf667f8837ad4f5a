/** A file as it really arrives, and what a careful colleague would make of it. */
export interface Awkward {
  readonly title: string;
  /** Imported first, each without a fault. */
  readonly before?: readonly (readonly [command: string, text: string])[];
  readonly command: string;
  readonly text: string;
  readonly products?: readonly string[];
  readonly levels?: readonly string[];
  readonly orders?: readonly string[];
  /** "line column reason" of each refused row. */
  readonly refused?: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

const levels = 'sku,location,available\n';
const order = 'number,placed_at,currency,code,quantity,unit_price\n';
const shop = '1001,2026-02-01,EUR,';
const otherLines =
  'is stored with other lines: add --partial if the file tells a part of the order, --whole if it replaces them';
const first: Awkward['before'] = [['orders FILE', `${order}${shop}MUG-01,2,14.50\n${shop}LAMP-03,1,39.00\n`]];

/** The shop has MUG-01 (€14.50, shopify:HH-MUG-01, 4006381333931) and LAMP-03, in HAM and ROT. */
export const namesAndMoney: readonly Awkward[] = [
  {
    title: 'a spreadsheet turned the hyphens into typographic ones',
    command: 'levels FILE',
    text: `${levels}MUG‑01,HAM,10\nLAMP–03,HAM,4\n`,
    levels: ['10 available of MUG-01 in HAM', '4 available of LAMP-03 in HAM'],
  },
  {
    title: 'codes were copied from a web page with what does not show',
    command: 'levels FILE',
    text: `${levels}\u200BMUG-01\u00A0,HAM,10\nLAMP\u00AD-03,ham\u200B,4\n`,
    levels: ['10 available of MUG-01 in HAM', '4 available of LAMP-03 in HAM'],
  },
  {
    title: 'codes are marked as text for the spreadsheet',
    command: 'levels FILE',
    text: `${levels}"=""MUG-01""",HAM,10\n'lamp-03,HAM,4\n`,
    levels: ['10 available of MUG-01 in HAM', '4 available of LAMP-03 in HAM'],
  },
  {
    title: 'one SKU stands under its code, its alias and its barcode with the same number',
    command: 'levels FILE',
    text: `${levels}MUG-01,HAM,10\nhh-mug-01,HAM,10\n4006381333931,HAM,10\n`,
    levels: ['10 available of MUG-01 in HAM'],
    facts: {
      'SKUs named twice, with the same numbers': ['MUG-01 in lines 2 and 3', 'MUG-01 in lines 2 and 4'],
    },
  },
  {
    title: 'one SKU stands under two names with two numbers',
    command: 'levels FILE',
    text: `${levels}HH-MUG-01,HAM,10\nMUG-01,HAM,7\nMUG-01,ROT,7\n`,
    levels: ['10 available of MUG-01 in HAM', '7 available of MUG-01 in ROT'],
    refused: ['3 sku is MUG-01, as in line 2, and differs from that line'],
  },
  {
    title: 'a barcode is on two products',
    before: [['products FILE', 'code,barcode\nMUG-02,4006381333931\n']],
    command: 'levels FILE',
    text: `${levels}4006381333931,HAM,10\nMUG-02,HAM,3\n`,
    levels: ['3 available of MUG-02 in HAM'],
    refused: ['2 sku means several SKUs: MUG-01 and MUG-02'],
  },
  {
    title: "a shop's product list has its own names for products that are known",
    command: 'products FILE',
    text: 'code,title,price\nHH-MUG-01,Mug,15.00\nHH-NEW-01,New,3.00\n',
    products: ['HH-NEW-01 €3.00', 'LAMP-03 €39.00', 'MUG-01 €15.00'],
    facts: { 'rows that call a product by another name': ['HH-MUG-01 is MUG-01'] },
  },
  {
    title: 'a product takes the code of another as its alias',
    command: 'products FILE',
    text: 'code,aliases\nTRAY-05,amazon:mug-01\n',
    products: ['LAMP-03 €39.00', 'MUG-01 €14.50'],
    refused: ['2 aliases is the code of another product'],
  },
  {
    title: 'a code stands twice with and without an accent that is written apart',
    command: 'products FILE',
    text: 'code,price\nCAFÉ-1,2.00\nCAFE\u0301-1,2.00\n',
    products: ['CAFÉ-1 €2.00', 'LAMP-03 €39.00', 'MUG-01 €14.50'],
    facts: { 'repeated rows of a product': 1 },
  },
  {
    title: 'a location stands twice with two names',
    command: 'locations FILE',
    text: 'code,name\nLYS,Lyon\nlys,Lyons\n',
    refused: ['3 code differs from line 2'],
  },
  {
    title: 'order numbers come with and without their sign',
    command: 'orders FILE',
    text: `${order}#1001,2026-02-01,EUR,MUG-01,2,14.50\n1001,2026-02-01,EUR,LAMP-03,1,39.00\n`,
    orders: ['#1001: 2 MUG-01 at €14.50, 1 LAMP-03 at €39.00'],
  },
  {
    title: 'a re-export leaves out a line',
    before: first,
    command: 'orders FILE',
    text: `${order}${shop}LAMP-03,1,39.00\n`,
    orders: ['1001: 2 MUG-01 at €14.50, 1 LAMP-03 at €39.00'],
    facts: { 'orders with stored lines that the file leaves out (kept)': ['1001'] },
  },
  {
    title: 'a re-export has its lines in another order and its codes in small letters',
    before: first,
    command: 'orders FILE',
    text: `${order}${shop}LAMP-03,1,39.00\n${shop}mug-01,2,14.50\n`,
    orders: ['1001: 2 MUG-01 at €14.50, 1 LAMP-03 at €39.00'],
  },
  {
    title: 'an order goes on in a second file, which does not say so',
    before: first,
    command: 'orders FILE',
    text: `${order}${shop}TRAY-05,1,5.00\n`,
    orders: ['1001: 2 MUG-01 at €14.50, 1 LAMP-03 at €39.00'],
    refused: [`2 number ${otherLines}`],
  },
  {
    title: 'an order goes on in a second file, which says so',
    before: first,
    command: 'orders FILE --partial',
    text: `${order}${shop}TRAY-05,1,5.00\n`,
    orders: ['1001: 2 MUG-01 at €14.50, 1 LAMP-03 at €39.00, 1 TRAY-05 at €5.00'],
  },
  {
    title: 'an edited order replaces the stored one',
    before: first,
    command: 'orders FILE --whole',
    text: `${order}${shop}MUG-01,3,13.00\n`,
    orders: ['1001: 3 MUG-01 at €13.00'],
  },
  {
    title: 'the second line of an order leaves its channel, currency and date empty',
    command: 'orders FILE',
    text:
      `channel,${order}shopify,1001,2026-02-01,JPY,MUG-01,1,1500\n,1001,,,LAMP-03,1,900\n` +
      ',1002,2026-02-01,EUR,MUG-01,1,14.50\nshopify,1002,2026-02-01,EUR,LAMP-03,1,39.00\n',
    orders: [
      '1001: 1 MUG-01 at JP¥1,500, 1 LAMP-03 at JP¥900',
      '1002: 1 MUG-01 at €14.50',
      '1002: 1 LAMP-03 at €39.00',
    ],
  },
  {
    title: 'an order is in two currencies',
    command: 'orders FILE',
    text: `${order}1001,2026-02-01,JPY,MUG-01,1,1500\n1001,2026-02-01,EUR,LAMP-03,1,9.00\n1002,2026-02-01,EUR,MUG-01,1,14.50\n`,
    orders: ['1002: 1 MUG-01 at €14.50'],
    refused: [2, 3].map(
      (line) => `${line} currency is unclear: order 1001 is in JPY in line 2 and in EUR in line 3`,
    ),
  },
  {
    title: 'a cost in dollars stands beside a stored price in euros',
    command: 'products FILE',
    text: 'code,unit_cost,currency\nMUG-01,4.20,USD\nTRAY-05,4.20,USD\n',
    products: ['LAMP-03 €39.00', 'MUG-01 €14.50', 'TRAY-05'],
    refused: ['2 unit_cost is in USD, and the stored price of MUG-01 is in EUR'],
  },
  {
    title: 'prices carry the signs of their currencies',
    command: 'products FILE',
    text: 'code,price,currency\nA,€5.00,\nB,$5.00,\nC,5.00 GBP,\nD,$5.00,USD\nE,"CA$5.00",CAD\n',
    products: ['A €5.00', 'D US$5.00', 'E CA$5.00', 'LAMP-03 €39.00', 'MUG-01 €14.50'],
    refused: ['3 price is in $, not in EUR', '4 price is in GBP, not in EUR'],
  },
];
