import type { ImageBlock, KnownBlock } from '@slack/types';
import { clean } from '../core/text/clean.ts';
import { limits, shorten } from './limits.ts';

/** A picture among Slack's files; the bot must have uploaded it. `alt`: what it shows. */
export function picture(slackFile: string, alt: string): ImageBlock {
  return { type: 'image', slack_file: { id: slackFile }, alt_text: shorten(clean(alt), limits.altText) };
}

export interface PlottedChart {
  readonly type: 'bar' | 'line';
  /** At most 50 characters. */
  readonly title: string;
  /** At most 20, of at most 20 characters each, all different. */
  readonly names: readonly string[];
  /** Each with a value for each name; at most 6, their names at most 20 characters. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** At most 50 characters. */
  readonly xLabel: string;
  readonly yLabel: string;
}

/**
 * A chart that Slack draws itself. In messages only, two at most; some workspaces refuse it as invalid_blocks.
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export function plotted({ type, title, names, series, xLabel, yLabel }: PlottedChart): KnownBlock {
  const block = {
    type: 'data_visualization',
    title,
    chart: {
      type,
      series: series.map(({ name, values }) => ({
        name,
        data: names.map((label, n) => ({ label, value: values[n] ?? 0 })),
      })),
      axis_config: { categories: names, x_label: xLabel, y_label: yLabel },
    },
  };
  // Newer than @slack/types.
  return block as unknown as KnownBlock;
}
