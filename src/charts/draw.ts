import type { EChartsOption } from 'echarts';
import { barsPicture } from './bars/picture.ts';
import { family, fontFiles, widthOf } from './canvas/font.ts';
import type { Picture } from './canvas/picture.ts';
import { altOf } from './findings.ts';
import type { Chart, Look } from './model.ts';
import { movedPicture } from './moved/picture.ts';
import { trendPicture } from './trend/picture.ts';

export interface DrawnChart {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
}

/** On phones every pixel of the layout is two of the screen at least. */
const density: Readonly<Record<Look['width'], number>> = { 360: 2, 1200: 1 };

let last: Promise<unknown> = Promise.resolve();

/** Draws a chart, one at a time: equal charts are equal pictures, byte by byte. */
export function drawChart(chart: Chart, look: Look): Promise<DrawnChart> {
  const drawn = last.then(async () => await draw(chart, look));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw(chart: Chart, look: Look): Promise<DrawnChart> {
  await othersFirst();
  const { Resvg } = await import('@resvg/resvg-js');
  const svg = await vectorOf(chart, look);
  await othersFirst();
  // Not on other threads: each would keep memory of its own for ever.
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: density[look.width] },
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFiles.regular, fontFiles.bold],
      defaultFontFamily: family,
      sansSerifFamily: family,
    },
  }).render();
  await othersFirst();
  return { png: image.asPng(), width: image.width, height: image.height, alt: altOf(chart) };
}

/** What a picture is made of, before it is one: the same on every machine. */
export async function vectorOf(chart: Chart, look: Look): Promise<string> {
  return await svgOf(pictureOf(chart, look));
}

/** Whoever waits for the event loop has it before a picture. */
const othersFirst = () => new Promise<void>((resolve) => setImmediate(resolve));

function pictureOf(chart: Chart, look: Look): Picture {
  switch (chart.kind) {
    case 'trend':
      return trendPicture(chart, look);
    case 'bars':
      return barsPicture(chart, look);
    case 'moved':
      return movedPicture(chart, look);
  }
}

async function svgOf({ width, height, ground, marks, plot }: Picture): Promise<string> {
  const echarts = await loadEcharts();
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    const graphic = { elements: marks } as EChartsOption['graphic'];
    instance.setOption({
      animation: false,
      backgroundColor: ground,
      ...plot,
      ...(graphic ? { graphic } : {}),
    });
    return instance.renderToSVGString();
  } finally {
    instance.dispose();
  }
}

let loading: Promise<typeof import('echarts')> | null = null;

/** At the first picture: a bot that draws none is as light as before. */
function loadEcharts() {
  loading ??= import('echarts/dist/echarts.esm.min').then((echarts) => {
    // Without a browser echarts guesses, from a narrower font.
    echarts.setPlatformAPI({ measureText: measured as never });
    return echarts;
  });
  return loading;
}

function measured(words: string, font = ''): { readonly width: number } {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12);
  return { width: widthOf(words, size, font.includes('bold') ? 'bold' : 'regular') };
}
