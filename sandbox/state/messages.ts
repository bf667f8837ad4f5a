import type { Message } from './types.ts';

/** Every message by channel in order of `ts`, including ephemeral ones. */
export class Messages {
  #byChannel = new Map<string, Message[]>();
  #byKey = new Map<string, Message>();

  add(message: Message): void {
    const list = this.#byChannel.get(message.channel);
    if (list) list.push(message);
    else this.#byChannel.set(message.channel, [message]);
    this.#byKey.set(`${message.channel}:${message.ts}`, message);
  }

  get(channel: string, ts: string): Message | undefined {
    return this.#byKey.get(`${channel}:${ts}`);
  }

  remove(message: Message): void {
    const list = this.#byChannel.get(message.channel) ?? [];
    const index = list.indexOf(message);
    if (index >= 0) list.splice(index, 1);
    this.#byKey.delete(`${message.channel}:${message.ts}`);
  }

  in(channel: string): readonly Message[] {
    return this.#byChannel.get(channel) ?? [];
  }

  /** The replies of a thread, without ephemeral ones, oldest first. */
  replies(channel: string, threadTs: string): Message[] {
    return this.in(channel).filter(
      (m) => m.thread_ts === threadTs && m.ts !== threadTs && m.only_for === undefined,
    );
  }

  clear(): void {
    this.#byChannel.clear();
    this.#byKey.clear();
  }
}
