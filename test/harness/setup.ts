import { afterEach } from 'vitest';
import { expectChecks } from './checks.ts';
import { expectNoErrors } from './log.ts';

// Registered anew for every file: one process runs many files but loads each module once.
afterEach(expectNoErrors);
afterEach(expectChecks);
