/** The same in one file: read ten times as fast, and in a fifth of the memory. */
declare module 'echarts/dist/echarts.esm.min' {
  export * from 'echarts';
}
