import { createServer, request } from 'node:http';

/** One address for several replicas over HTTP, as a load balancer has it. */
export interface FrontDoor {
  readonly url: string;
  opens(port: number): void;
  closes(port: number): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Hands each request to the replicas in turn. Without one, or when it hangs up, the answer is 502. */
export async function frontDoor(): Promise<FrontDoor> {
  const ports: number[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    turn += 1;
    const port = ports[turn % Math.max(1, ports.length)];
    const failed = () => {
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    };
    if (port === undefined) return failed();
    const { url, method, headers } = incoming;
    const onward = request(
      { host: '127.0.0.1', port, path: url, method, headers, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on('error', failed);
      },
    );
    onward.on('error', failed);
    // Slack hangs up when it has waited long enough: the replica is to notice.
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    opens: (one) => void ports.push(one),
    closes: (one) => {
      const at = ports.indexOf(one);
      if (at >= 0) ports.splice(at, 1);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
