import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server that refuses every connection like PostgreSQL, with this code and message. */
export async function refusingDatabase(port: number, code: string, sentence: string) {
  let said = { code, sentence };
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      const fields = `SFATAL\0VFATAL\0C${said.code}\0M${said.sentence}\0\0`;
      const head = Buffer.alloc(5);
      head.write('E');
      head.writeInt32BE(4 + fields.length, 1);
      socket.end(Buffer.concat([head, Buffer.from(fields)]));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return {
    now(next: string, why: string) {
      said = { code: next, sentence: why };
    },
  };
}
