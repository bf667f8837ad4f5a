import { type Manifest, ManifestError } from '../manifest.ts';
import type { Envelope } from './envelope.ts';

/** Where an envelope goes: an address, or a sentence why Slack has none. */
export type Address = { url: string } | { missing: string };

/**
 * The addresses of an app's HTTP mode. Slack delivers to those of the manifest: each command has its own, and so have
 * interactions, the options of external selects, and events. One on another host than this machine is a placeholder,
 * or the address of the installed app: there the address `given` takes its place. Given without a path, it keeps that
 * of the manifest.
 */
export class Addresses {
  #manifest: Manifest;
  #given: string | undefined;

  constructor(manifest: Manifest, given: string | undefined) {
    this.#manifest = manifest;
    this.#given = given;
    const foreign = given === undefined ? this.#declared().filter((url) => !isHere(url)) : [];
    if (foreign.length > 0)
      throw new ManifestError(
        `The manifest names ${foreign.join(', ')}, which is not on this machine. Give the app's own address.`,
      );
  }

  of({ type, payload }: Pick<Envelope, 'type' | 'payload'>): Address {
    const { interactivity } = this.#manifest.settings;
    if (type === 'events_api') return this.events();
    if (type === 'slash_commands') {
      const command = this.#manifest.features.slash_commands.find((c) => c.command === payload.command);
      return this.#choose(command?.url, `${String(payload.command)} has no url in the manifest`);
    }
    if (payload.type !== 'block_suggestion')
      return this.#choose(interactivity.request_url, 'interactivity has no request_url in the manifest');
    const unasked =
      'interactivity has no message_menu_options_url in the manifest: Slack asks nobody for options';
    // Beside an address for interactions Slack does not guess that of the options.
    if (interactivity.request_url !== undefined && interactivity.message_menu_options_url === undefined)
      return { missing: unasked };
    return this.#choose(interactivity.message_menu_options_url, unasked);
  }

  events(): Address {
    const { request_url } = this.#manifest.settings.event_subscriptions;
    return this.#choose(request_url, 'event_subscriptions has no request_url in the manifest');
  }

  #choose(declared: string | undefined, missing: string): Address {
    if (declared !== undefined && isHere(declared)) return { url: declared };
    const given = this.#given;
    if (given === undefined) return { missing };
    if (declared === undefined || new URL(given).pathname !== '/') return { url: given };
    const { pathname, search } = new URL(declared);
    return { url: new URL(`${pathname}${search}`, given).href };
  }

  #declared(): string[] {
    const { features, settings } = this.#manifest;
    const { interactivity, event_subscriptions } = settings;
    const commands = features.slash_commands.map((c) => c.url);
    const others = [interactivity.request_url, interactivity.message_menu_options_url];
    const all = [...commands, ...others, event_subscriptions.request_url];
    return [...new Set(all.filter((url) => url !== undefined))];
  }
}

function isHere(url: string): boolean {
  return /^(127(\.\d+){3}|localhost|\[::1\])$/.test(new URL(url).hostname);
}
