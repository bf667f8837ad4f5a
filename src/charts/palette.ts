import type { Chart, Look } from './model.ts';

/** One meaning, one colour, in every chart. Blue and orange are told apart by every kind of eye. */
export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** Behind weekends and holidays. */
  readonly shade: string;
  readonly target: string;
  /** A value, and what is better. */
  readonly value: string;
  /** The line of days that are still open. */
  readonly open: string;
  /** The fill of bars of too few, and of what is outlined. */
  readonly valuePale: string;
  readonly worse: string;
  readonly worsePale: string;
}

export const palettes: Readonly<Record<Look['theme'], Palette>> = {
  light: {
    ground: '#ffffff',
    text: '#1d1c1d',
    muted: '#5c6068',
    grid: '#e3e5e9',
    shade: '#ebeef3',
    target: '#3b3e44',
    value: '#1a5fb4',
    open: '#6493d2',
    valuePale: '#a9c6ea',
    worse: '#c84b00',
    worsePale: '#f5c3a3',
  },
  dark: {
    ground: '#1a1d21',
    text: '#ebecee',
    muted: '#a7abb2',
    grid: '#34383e',
    shade: '#272c33',
    target: '#d2d5da',
    value: '#6cabff',
    open: '#4a78b8',
    valuePale: '#35598c',
    worse: '#ff9a4d',
    worsePale: '#82491f',
  },
};

/** Whether a value, or a change, is on the wrong side of what it is held against. */
export function isWorse(good: Chart['good'], value: number, than: number): boolean {
  return good !== null && (good === 'up' ? value < than : value > than);
}
