import type { LineSeriesOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { Mark } from './marks.ts';

/** A chart laid out, as it is handed to echarts. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly marks: readonly Mark[];
  /** Lines in their plot; the other kinds are marks alone. */
  readonly plot?: {
    readonly grid: Rect;
    readonly xAxis: XAXisComponentOption;
    readonly yAxis: YAXisComponentOption;
    readonly series: LineSeriesOption[];
  };
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
