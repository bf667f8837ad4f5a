// The bot without the lines of other features on its cards: what it answers faster is what those lines cost.
import './agent.ts';
import { features } from '../../src/features/index.ts';

for (const feature of features) Object.assign(feature, { mentions: [] });
await import('../../src/main.ts');
