import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** DejaVu Sans, which is shipped: what is drawn looks the same on every machine. */
export const family = 'DejaVu Sans';
export const fontFiles = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;

export type Weight = keyof typeof fontFiles;

/** What a font file tells of its characters. */
interface Face {
  /** The number of a character's glyph; 0: it has none. */
  readonly glyph: (code: number) => number;
  /** The width of a glyph at size 1. */
  readonly advance: (glyph: number) => number;
}

const faces = new Map<Weight, Face>();

/** Read at the first chart, and of the file only what measures. */
function faceOf(weight: Weight): Face {
  const known = faces.get(weight);
  if (known) return known;
  const face = readFace(readFileSync(fontFiles[weight]));
  faces.set(weight, face);
  return face;
}

/** The width of a text in pixels, without kerning. */
export function widthOf(text: string, size: number, weight: Weight = 'regular'): number {
  const face = faceOf(weight);
  let width = 0;
  for (const character of text) width += face.advance(face.glyph(character.codePointAt(0) ?? 0));
  return width * size;
}

/** Whether both weights can draw a character. */
export function canDraw(code: number): boolean {
  return faceOf('regular').glyph(code) !== 0 && faceOf('bold').glyph(code) !== 0;
}

/** Reads a TrueType file: the tables head, hhea, hmtx and cmap (format 12) of the OpenType specification. */
function readFace(file: Buffer): Face {
  const tables = new Map<string, Buffer>();
  for (let n = 0; n < file.readUInt16BE(4); n += 1) {
    const at = 12 + n * 16;
    const [from, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    tables.set(file.toString('latin1', at, at + 4), file.subarray(from, from + length));
  }
  const table = (name: string): Buffer => {
    const found = tables.get(name);
    if (!found) throw new Error(`The font has no table ${name}.`);
    return found;
  };
  const perEm = table('head').readUInt16BE(18);
  const measured = table('hhea').readUInt16BE(34);
  // Copies, so that the file itself is not kept.
  const widths = Buffer.from(table('hmtx').subarray(0, measured * 4));
  const groups = Buffer.from(groupsOf(table('cmap')));
  return {
    glyph: (code) => glyphIn(groups, code),
    // Glyphs beyond the last width have that one too.
    advance: (glyph) => widths.readUInt16BE(Math.min(glyph, measured - 1) * 4) / perEm,
  };
}

/** The groups of the map of all of Unicode: first character, last character, glyph of the first. */
function groupsOf(cmap: Buffer): Buffer {
  for (let n = 0; n < cmap.readUInt16BE(2); n += 1) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + n * 8 + 4));
    if (map.readUInt16BE(0) === 12) return map.subarray(16, 16 + map.readUInt32BE(12) * 12);
  }
  throw new Error('The font has no map of all of Unicode.');
}

function glyphIn(groups: Buffer, code: number): number {
  let [low, high] = [0, groups.length / 12 - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = middle * 12;
    if (code < groups.readUInt32BE(at)) high = middle - 1;
    else if (code > groups.readUInt32BE(at + 4)) low = middle + 1;
    else return groups.readUInt32BE(at + 8) + code - groups.readUInt32BE(at);
  }
  return 0;
}
