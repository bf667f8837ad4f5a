import { openSandbox, type Sandbox, type SandboxOptions } from '../index.ts';
import type { Json } from '../state/types.ts';
import { testManifest } from './manifest.ts';

export interface Api extends AsyncDisposable {
  sandbox: Sandbox;
  /** Calls a Web API method with the bot's token, or with the given one. */
  call(method: string, args?: Json, token?: string): Promise<Json & { ok: boolean; error?: string }>;
}

/** A sandbox without an app: the test itself calls the Web API. */
export async function openApi(options: Partial<SandboxOptions> = {}): Promise<Api> {
  const sandbox = await openSandbox({ manifest: testManifest, ...options });
  return {
    sandbox,
    async call(method, args = {}, token = sandbox.botToken) {
      const answer = await fetch(`${sandbox.apiUrl}${method}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(args),
      });
      return (await answer.json()) as Json & { ok: boolean; error?: string };
    },
    [Symbol.asyncDispose]: sandbox.close,
  };
}
