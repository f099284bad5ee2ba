// What this browser keeps: by which token each host knows its person, or is asked to, and what was written and not answered yet.
import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { Command, Refusal } from '../wire/types';

const OPEN_WITHIN_MS = 3_000;

export interface KeptHost {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  /** The token that was proposed to the host: it may know this person by it, whether its answer came or not. */
  readonly newToken?: string;
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
  /** Keeps who this person is to a host, and what was proposed to it. */
  keepHost(host: KeptHost): Promise<void>;
  /** What is kept of a host, with the token that is proposed to it: the one of before, in another tab too, else `fresh`. */
  propose(id: string, fresh: string): Promise<KeptHost>;
  /** The host knows nobody by `token` any more. */
  forget(id: string, token: string): Promise<void>;
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
type Outbox = IDBPObjectStore<Schema, ['outbox'], 'outbox', 'readwrite'>;

/** What is on disk. Each of it may fail: where the disk is full, or the browser does not want to any more. */
class Disk {
  constructor(private readonly db: Database) {}

  host(id: string): Promise<KeptHost | undefined> {
    return this.db.get('hosts', id);
  }

  /** Puts what `change` makes of what is there; nothing else comes between, from another tab neither. */
  async changeHost(id: string, change: (kept: KeptHost | undefined) => KeptHost): Promise<KeptHost> {
    const transaction = this.db.transaction('hosts', 'readwrite', { durability: 'strict' });
    const changed = change(await transaction.store.get(id));
    await Promise.all([transaction.store.put(changed), transaction.done]);
    return changed;
  }

  /** In the order in which it was written, for ids begin with the time. */
  outbox(host: string): Promise<Waiting[]> {
    return this.db.getAll('outbox', IDBKeyRange.bound([host, ''], [host, '\uffff']));
  }

  waiting(host: string, id: string): Promise<Waiting | undefined> {
    return this.db.get('outbox', [host, id]);
  }

  put(waiting: Waiting): Promise<void> {
    return this.write((all) => all.put(waiting));
  }

  remove(host: string, id: string): Promise<void> {
    return this.write((all) => all.delete([host, id]));
  }

  /** A kill of the tab, and a power cut, come after the disk has it or before it was promised. */
  private async write(change: (outbox: Outbox) => Promise<unknown>): Promise<void> {
    const transaction = this.db.transaction('outbox', 'readwrite', { durability: 'strict' });
    await Promise.all([change(transaction.store), transaction.done]);
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

  private async changeHost(id: string, change: (kept: KeptHost | undefined) => KeptHost): Promise<KeptHost> {
    const onDisk = await this.onDisk((disk) => disk.changeHost(id, change));
    const changed = onDisk?.value ?? change(this.hosts.get(id));
    this.hosts.set(id, changed);
    return changed;
  }

  async keepHost(host: KeptHost): Promise<void> {
    await this.changeHost(host.id, (kept) => ({ ...kept, ...host }));
  }

  propose(id: string, fresh: string): Promise<KeptHost> {
    return this.changeHost(id, (kept) => ({ newToken: fresh, ...(kept ?? { id, token: '', name: '' }) }));
  }

  async forget(id: string, token: string): Promise<void> {
    await this.changeHost(id, (kept) => kept && kept.token !== token && kept.newToken !== token
      ? kept : { id, token: '', name: kept?.name ?? '' });
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
