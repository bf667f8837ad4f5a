// A bare Bolt app that only acknowledges: the upper limit for any bot over HTTP.
import './agent.ts';
import { plainBolt } from './bolt.ts';

const app = plainBolt();
app.command('/stock', async ({ ack }) => await ack());
await app.start();
