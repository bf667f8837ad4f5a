// The whole bot, as `npm start` runs it.
import './agent.ts';
import '../../src/main.ts';
