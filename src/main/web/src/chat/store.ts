// What this browser keeps: by which token each host knows its person, and what was written and not answered yet.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Command, Refusal } from '../wire/types';

const OPEN_WITHIN_MS = 3_000;

export interface KeptHost {
  readonly id: string;
  readonly token: string;
  readonly name: string;
}

/** A command that the host has not answered yet, or has refused. */
export interface Waiting {
  readonly host: string;
  readonly command: Command;
  readonly at: number;
  readonly failure?: Refusal;
}

/** No method rejects: what a browser fails to keep is kept until the page is left. */
export interface Store {
  /** Whether everything is still there after a reload. */
  readonly lasts: boolean;
  /** Is run when it does not last any more. */
  onFailure: () => void;
  host(id: string): Promise<KeptHost | undefined>;
  keepHost(host: KeptHost): Promise<void>;
  outbox(host: string): Promise<Waiting[]>;
  waiting(host: string, id: string): Promise<Waiting | undefined>;
  /** Resolves with whether it is on disk. */
  put(waiting: Waiting): Promise<boolean>;
  remove(host: string, id: string): Promise<void>;
}

interface Schema extends DBSchema {
  hosts: { key: string; value: KeptHost };
  outbox: { key: [string, string]; value: Waiting };
}

type Database = IDBPDatabase<Schema>;

/** What is on disk. Each of it may fail: where the disk is full, or the browser does not want to any more. */
class Disk {
  constructor(private readonly db: Database) {}

  host(id: string): Promise<KeptHost | undefined> {
    return this.db.get('hosts', id);
  }

  keepHost(host: KeptHost): Promise<void> {
    return this.write('hosts', (all) => all.put(host));
  }

  /** In the order in which it was written, for ids begin with the time. */
  outbox(host: string): Promise<Waiting[]> {
    return this.db.getAll('outbox', IDBKeyRange.bound([host, ''], [host, '\uffff']));
  }

  waiting(host: string, id: string): Promise<Waiting | undefined> {
    return this.db.get('outbox', [host, id]);
  }

  put(waiting: Waiting): Promise<void> {
    return this.write('outbox', (all) => all.put(waiting));
  }

  remove(host: string, id: string): Promise<void> {
    return this.write('outbox', (all) => all.delete([host, id]));
  }

  /** A kill of the tab, and a power cut, come after the disk has it or before it was promised. */
  private async write<N extends 'hosts' | 'outbox'>(
    name: N,
    change: (store: { put(value: Schema[N]['value']): Promise<unknown>; delete(key: Schema[N]['key']): Promise<unknown> }) => Promise<unknown>,
  ): Promise<void> {
    const transaction = this.db.transaction(name, 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore(name) as unknown as Parameters<typeof change>[0];
    await Promise.all([change(store), transaction.done]);
  }
}

/** On disk where that works; what does not get there is in memory, and the chat goes on. */
export class BrowserStore implements Store {
  lasts: boolean;
  onFailure: () => void = () => {};
  private readonly hosts = new Map<string, KeptHost>();
  private readonly items = new Map<string, Waiting>();

  /** @param disk undefined where the browser forbids keeping anything */
  constructor(private readonly disk: Disk | undefined) {
    this.lasts = disk !== undefined;
  }

  /** What the disk says; undefined where there is none, or where it fails. */
  private async onDisk<T>(what: (disk: Disk) => Promise<T>): Promise<{ readonly value: T } | undefined> {
    try {
      return this.disk && { value: await what(this.disk) };
    } catch {
      if (this.lasts) {
        this.lasts = false;
        this.onFailure();
      }
      return undefined;
    }
  }

  async host(id: string): Promise<KeptHost | undefined> {
    const kept = await this.onDisk((disk) => disk.host(id));
    return this.hosts.get(id) ?? kept?.value;
  }

  async keepHost(host: KeptHost): Promise<void> {
    this.hosts.set(host.id, host);
    await this.onDisk((disk) => disk.keepHost(host));
  }

  async outbox(host: string): Promise<Waiting[]> {
    const kept = await this.onDisk((disk) => disk.outbox(host));
    return [...(kept?.value ?? []), ...[...this.items.values()].filter((each) => each.host === host)];
  }

  async waiting(host: string, id: string): Promise<Waiting | undefined> {
    const kept = await this.onDisk((disk) => disk.waiting(host, id));
    return this.items.get(id) ?? kept?.value;
  }

  async put(waiting: Waiting): Promise<boolean> {
    const kept = await this.onDisk((disk) => disk.put(waiting));
    if (!kept) {
      this.items.set(waiting.command.id, waiting);
    }
    return kept !== undefined;
  }

  async remove(host: string, id: string): Promise<void> {
    this.items.delete(id);
    await this.onDisk((disk) => disk.remove(host, id));
  }
}

export async function openStore(): Promise<Store> {
  return new BrowserStore(await openDisk());
}

/** A browser that neither opens its database nor says that it will not is not waited for. */
async function openDisk(): Promise<Disk | undefined> {
  try {
    const opening = openDB<Schema>('hearth', 1, {
      upgrade(db) {
        db.createObjectStore('hosts', { keyPath: 'id' });
        db.createObjectStore('outbox', { keyPath: ['host', 'command.id'] });
      },
    });
    const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), OPEN_WITHIN_MS));
    const db = await Promise.race([opening, late]);
    return db && new Disk(db);
  } catch {
    return undefined;
  }
}
