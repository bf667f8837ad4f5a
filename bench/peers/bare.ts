// A bare Bolt app that only acknowledges: what no bot over HTTP can be faster than.
import './agent.ts';
import { plainBolt } from './bolt.ts';

const app = plainBolt();
app.command('/stock', async ({ ack }) => await ack());
await app.start();
