import { afterEach } from 'vitest';
import { expectNoErrors } from './log.ts';

// Registered anew for every file: one process runs many, and a module of theirs is loaded once.
afterEach(expectNoErrors);
