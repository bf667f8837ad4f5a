const checks: (() => Promise<void>)[] = [];

/** Adds what has to hold after each test from now on. */
export function checkAfterEach(check: () => Promise<void>): void {
  checks.push(check);
}

/** Runs after each test of the unit project. */
export async function expectChecks(): Promise<void> {
  for (const check of checks) await check();
}
