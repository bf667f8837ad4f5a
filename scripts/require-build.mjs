// npm start runs the output of npm run build; this says so instead of "module not found".
import { existsSync } from 'node:fs';

if (!existsSync('dist/main.js')) {
  console.error('Nothing is built yet. Run: npm run build');
  process.exit(2);
}
