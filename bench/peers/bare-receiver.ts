// What a competent developer would write first: the signature is checked, and one row is inserted. It knows one shop, no
// topics and no work.
import './agent.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const secret = process.env.BENCH_SECRET ?? '';
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE),
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => void receive(Buffer.concat(chunks)));

  async function receive(body: Buffer): Promise<void> {
    const expected = createHmac('sha256', secret).update(body).digest();
    const given = Buffer.from(String(request.headers['x-shopify-hmac-sha256']), 'base64');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.writeHead(401).end();
      return;
    }
    await pool.query({
      name: 'keep',
      text: 'INSERT INTO bench_delivery (id, topic, body, received_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      values: [request.headers['x-shopify-webhook-id'], request.headers['x-shopify-topic'], body, new Date()],
    });
    response.writeHead(200).end();
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1');
