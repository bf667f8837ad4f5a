// npm start runs what npm run build made; say so instead of "module not found".
import { existsSync } from 'node:fs';

if (!existsSync('dist/main.js')) {
  console.error('Nothing is built yet. Run: npm run build');
  process.exit(2);
}
