import { render } from 'preact';
import { SandboxClient } from '../client.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<App client={new SandboxClient(location.origin)} first={root.dataset.member ?? ''} />, root);
