import type { Locator } from 'playwright-core';
import { vi } from 'vitest';

/**
 * Presses one of the actions that appear when somebody points at a message. Points again when the conversation has
 * moved under the pointer, like a person.
 */
export async function pressTool(message: Locator, tool: 'react' | 'reply' | 'message-menu'): Promise<void> {
  await vi.waitFor(
    async () => {
      await message.hover({ timeout: 2_000 });
      await message.getByTestId(tool).click({ timeout: 1_000 });
    },
    { timeout: 30_000, interval: 100 },
  );
}
