import { extname } from 'node:path';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';

export interface SlackFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  /** Slack's short name of the type, such as `png`. */
  filetype: string;
  size: number;
  user: string;
  created: number;
  alt_txt: string;
  bytes: Buffer;
  /** `announced` by its owner, `uploaded`, then `complete`, when others may see it. */
  stage: 'announced' | 'uploaded' | 'complete' | 'deleted';
  /** When Slack has processed it and blocks may show it. */
  readyAt: number;
  /** The app received it with a form. */
  handedIn: boolean;
  /** The channels that show it; before, only its owner sees it. */
  channels: Set<string>;
}

const KINDS: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Uploaded files. Blocks may show one only some time after its upload was completed. */
export class Files {
  readonly processingMs: number;
  #clock: Clock;
  #ids: Ids;
  #known = new Map<string, SlackFile>();
  #uploads = new Map<string, string>();

  constructor(clock: Clock, ids: Ids, processingMs: number) {
    this.#clock = clock;
    this.#ids = ids;
    this.processingMs = processingMs;
  }

  /** Announces a file; the secret is part of its one-use upload URL. */
  announce(given: { name: string; size: number; user: string; alt_txt: string }): {
    file: SlackFile;
    secret: string;
  } {
    const file = this.#make({ ...given, id: this.#ids.next('F') });
    const secret = this.#ids.secret();
    this.#known.set(file.id, file);
    this.#uploads.set(secret, file.id);
    return { file, secret };
  }

  /** Stores a file that a member dropped into a conversation, already complete. */
  store(given: { name: string; bytes: Buffer; user: string }, id = this.#ids.next('F')): SlackFile {
    const { bytes, name, user } = given;
    const file = this.#make({ id, name, user, size: bytes.length, alt_txt: '' });
    this.#known.set(id, file);
    return Object.assign(file, { bytes, stage: 'complete' as const, readyAt: this.#clock.now() });
  }

  /** The file of this upload URL, once. */
  takeUpload(secret: string): SlackFile | undefined {
    const file = this.#known.get(this.#uploads.get(secret) ?? '');
    this.#uploads.delete(secret);
    return file;
  }

  complete(file: SlackFile): void {
    file.stage = 'complete';
    file.readyAt = this.#clock.now() + this.processingMs;
  }

  isReady(file: SlackFile): boolean {
    return file.stage === 'complete' && this.#clock.now() >= file.readyAt;
  }

  get(id: string): SlackFile | undefined {
    return this.#known.get(id);
  }

  /** A file as it was kept. */
  put(file: SlackFile): void {
    this.#known.set(file.id, file);
  }

  all(): SlackFile[] {
    return [...this.#known.values()];
  }

  #make(given: Pick<SlackFile, 'id' | 'name' | 'size' | 'user' | 'alt_txt'>): SlackFile {
    const extension = extname(given.name).toLowerCase();
    return {
      ...given,
      title: given.name,
      mimetype: KINDS[extension] ?? 'application/octet-stream',
      filetype: extension.slice(1) || 'binary',
      created: Math.floor(this.#clock.now() / 1000),
      bytes: Buffer.alloc(0),
      stage: 'announced',
      readyAt: Number.POSITIVE_INFINITY,
      handedIn: false,
      channels: new Set(),
    };
  }

  clear(): void {
    this.#known.clear();
    this.#uploads.clear();
  }
}
