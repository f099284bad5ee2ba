// What this browser keeps: by which token each host knows its person, and what was written and not answered yet.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Command, Refusal } from '../wire/types';

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

export interface Store {
  /** Whether it is still there after a reload. */
  readonly lasts: boolean;
  host(id: string): Promise<KeptHost | undefined>;
  keepHost(host: KeptHost): Promise<void>;
  outbox(host: string): Promise<Waiting[]>;
  waiting(host: string, id: string): Promise<Waiting | undefined>;
  /** Resolves once it is on disk. */
  put(waiting: Waiting): Promise<void>;
  remove(host: string, id: string): Promise<void>;
}

interface Schema extends DBSchema {
  hosts: { key: string; value: KeptHost };
  outbox: { key: [string, string]; value: Waiting };
}

type Database = IDBPDatabase<Schema>;

class DiskStore implements Store {
  readonly lasts = true;

  constructor(private readonly db: Database) {}

  host(id: string): Promise<KeptHost | undefined> {
    return this.db.get('hosts', id);
  }

  async keepHost(host: KeptHost): Promise<void> {
    await this.write('hosts', (all) => all.put(host));
  }

  /** In the order in which it was written, for ids begin with the time. */
  outbox(host: string): Promise<Waiting[]> {
    return this.db.getAll('outbox', IDBKeyRange.bound([host, ''], [host, '\uffff']));
  }

  waiting(host: string, id: string): Promise<Waiting | undefined> {
    return this.db.get('outbox', [host, id]);
  }

  async put(waiting: Waiting): Promise<void> {
    await this.write('outbox', (all) => all.put(waiting));
  }

  async remove(host: string, id: string): Promise<void> {
    await this.write('outbox', (all) => all.delete([host, id]));
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

/** Where the browser forbids keeping anything: the chat works, until the page is left. */
export class MemoryStore implements Store {
  readonly lasts = false;
  private readonly hosts = new Map<string, KeptHost>();
  private readonly items = new Map<string, Waiting>();

  async host(id: string): Promise<KeptHost | undefined> {
    return this.hosts.get(id);
  }

  async keepHost(host: KeptHost): Promise<void> {
    this.hosts.set(host.id, host);
  }

  async outbox(host: string): Promise<Waiting[]> {
    return [...this.items.values()].filter((each) => each.host === host);
  }

  async waiting(_host: string, id: string): Promise<Waiting | undefined> {
    return this.items.get(id);
  }

  async put(waiting: Waiting): Promise<void> {
    this.items.set(waiting.command.id, waiting);
  }

  async remove(_host: string, id: string): Promise<void> {
    this.items.delete(id);
  }
}

export async function openStore(): Promise<Store> {
  try {
    return new DiskStore(await openDB<Schema>('hearth', 1, {
      upgrade(db) {
        db.createObjectStore('hosts', { keyPath: 'id' });
        db.createObjectStore('outbox', { keyPath: ['host', 'command.id'] });
      },
    }));
  } catch {
    return new MemoryStore();
  }
}
