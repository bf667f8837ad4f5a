export const noSuchSource = 'There is no such source.';
export const whereTheyAre = '`/ops source` lists them.';
export const nobodyListens = 'Nothing listens for webhooks here, so what a source sends would be lost.';
export const howToListen =
  'Whoever runs me frees the port named in `PORT` or `HEALTH_PORT` and starts me again.';
