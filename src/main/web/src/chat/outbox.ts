// A person's commands until the host has answered (docs/wire.md, rule 3; CommandOutbox.java).
//
// Each command goes to the disk first and is then sent; in each room one after the other, always under the same id, which
// the host does once. An answer, or the own entry in the log, settles it, whichever comes first. Two tabs share what is on
// the disk: what the other one wrote is shown, and sent from here only when the other one does not.
import { v7 } from 'uuid';
import { readAccepted, readRefusal } from '../wire/codecs';
import type { Command, Entry, Refusal } from '../wire/types';
import { fulfils } from './fulfilment';
import type { Accepted, Item, Stage } from './item';
import type { Ask } from './link';
import type { Store, Waiting } from './store';

const PATIENCE_MS = 30_000;
const OTHER_TAB_MS = 15_000;
const MOMENT_MS = 1_000;
const WAIT_FOR = new Set(['busy', 'rate', 'storage', 'not_entered']);

export interface OutboxContext {
  readonly ask: Ask;
  isYou(person: string): boolean;
  /** The host has done it. */
  accepted(item: Item, accepted: Accepted): void;
  /** Something that is no message could not be done. */
  refused(item: Item, why: Refusal): void;
  changed(room: string | undefined): void;
  /** Another tab is told of what happened to this id. */
  tell(id: string): void;
}

export class Outbox {
  private readonly items = new Map<string, Item>();
  private entered = false;
  private host = '';

  constructor(private readonly store: Store, private readonly context: OutboxContext) {}

  /** What waits to be shown in a room, in the order in which it was written. */
  of(room: string): Item[] {
    return [...this.items.values()].filter(({ command }) => command.event === 'chat message' && command.room === room);
  }

  /** What is on its way to a message: an edit, a deletion or a reaction. */
  about(message: string): Item[] {
    return [...this.items.values()].filter(({ command, stage }) => command.of === message && stage !== 'failed');
  }

  get size(): number {
    return this.items.size;
  }

  /** Takes what waits on the disk for this host: of another time, or of another tab. */
  async restore(host: string): Promise<void> {
    this.host = host;
    for (const waiting of await this.store.outbox(host)) {
      this.adopt(waiting, waiting.failure ? 'failed' : 'ready');
    }
  }

  private adopt(waiting: Waiting, stage: Stage): void {
    const { command, at, failure } = waiting;
    const known = this.items.get(command.id);
    if (!known || known.stage === 'failed') {
      this.items.set(command.id, { command, at, stage, ...(failure ? { failure } : {}) });
      this.context.changed(command.room);
    }
  }

  /**
   * Resolves once the host has it; rejects with its reason.
   * @param kept is run when it is on the disk or done: a kill of the tab cannot take it any more
   */
  submit(command: Command, kept: () => void = () => {}): Promise<Accepted> {
    return new Promise((done, failed) => {
      const item: Item = { command, at: Date.now(), stage: 'storing', done, failed, kept };
      this.items.set(command.id, item);
      this.context.changed(command.room);
      void this.keep(item);
    });
  }

  /** Puts it on the disk before it is sent. Where there is none it is sent all the same, and lost only when the page is left before. */
  private async keep(item: Item): Promise<void> {
    if (await this.store.put({ host: this.host, command: item.command, at: item.at })) {
      this.isKept(item);
      this.context.tell(item.command.id);
    }
    if (item.stage === 'storing') {
      item.stage = 'ready';
      this.pump(item.command.room);
    }
  }

  private isKept(item: Item): void {
    const { kept } = item;
    item.kept = undefined;
    kept?.();
  }

  async begin(): Promise<void> {
    this.entered = true;
    await this.restore(this.host);
    for (const item of this.items.values()) {
      if (item.stage === 'elsewhere') {
        this.stop(item, 'ready');
      }
    }
    this.pumpAll();
  }

  cut(): void {
    this.entered = false;
    for (const item of this.items.values()) {
      if (item.stage === 'sent' || item.stage === 'resting') {
        this.stop(item, 'ready');
      }
    }
  }

  private pumpAll(): void {
    new Set([...this.items.values()].map(({ command }) => command.room)).forEach((lane) => this.pump(lane));
  }

  private pump(lane: string | undefined): void {
    const first = [...this.items.values()].find(({ command, stage }) =>
      command.room === lane && stage !== 'failed' && stage !== 'accepted' && stage !== 'elsewhere');
    if (this.entered && first?.stage === 'ready') {
      this.transmit(first);
    }
  }

  private transmit(item: Item): void {
    item.stage = 'sent';
    clearTimeout(item.timer);
    item.timer = setTimeout(() => this.again(item), PATIENCE_MS);
    const { event, ...fields } = item.command;
    this.context.ask(event, fields, (said) => {
      if (item.stage === 'sent' && this.items.get(item.command.id) === item) {
        this.answered(item, said);
      }
    });
  }

  private again(item: Item): void {
    if (this.entered && this.items.get(item.command.id) === item && (item.stage === 'sent' || item.stage === 'resting')) {
      this.transmit(item);
    }
  }

  private answered(item: Item, said: unknown): void {
    if (said === undefined) {
      this.rest(item, MOMENT_MS); // whether the host has it is not known: it is asked again, under the same id
      return;
    }
    const refusal = readRefusal(said);
    const accepted = readAccepted(said);
    if (refusal && (refusal.retryAfterMs !== undefined || WAIT_FOR.has(refusal.code))) {
      this.rest(item, refusal.retryAfterMs ?? MOMENT_MS);
    } else if (refusal) {
      this.fail(item, refusal);
    } else if (accepted && (item.command.room === undefined || item.command.room === accepted.room)) {
      this.settle(item, accepted);
      if (item.command.event === 'chat message') {
        item.stage = 'accepted'; // shown from here until the log has told it
        this.items.set(item.command.id, item);
      }
      this.context.accepted(item, accepted);
    } else {
      this.fail(item, { code: 'refused', message: '' });
    }
  }

  private rest(item: Item, pauseMs: number): void {
    this.stop(item, 'resting');
    item.timer = setTimeout(() => this.again(item), pauseMs);
  }

  /** An entry has come: if it is what was asked for here, that is done. */
  arrived(entry: Entry): void {
    const item = this.items.get(entry.id);
    if (!item) {
      return;
    }
    if (this.context.isYou(entry.from.id) && fulfils(entry, item.command)) {
      this.settle(item, { room: entry.room, seq: entry.seq });
    } else if (entry.kind === 'posted' && item.command.event === 'chat message') {
      this.moveAside(item);
    }
  }

  /** Another message has the id of one that was typed here: what was typed is kept for its person to decide. */
  private moveAside(item: Item): void {
    const again: Item = { ...item, command: { ...item.command, id: v7() }, stage: 'failed', failure: { code: 'conflict', message: '' } };
    this.discard(item.command.id);
    this.items.set(again.command.id, again);
    void this.store.put({ host: this.host, command: again.command, at: again.at, failure: again.failure! });
    this.context.changed(again.command.room);
    this.pump(item.command.room);
  }

  private settle(item: Item, accepted: Accepted): void {
    clearTimeout(item.timer);
    item.accepted = accepted;
    this.items.delete(item.command.id);
    void this.forget(item);
    this.isKept(item);
    item.done?.(accepted);
    this.context.changed(item.command.room);
    this.pump(item.command.room);
  }

  private async forget(item: Item): Promise<void> {
    await this.store.remove(this.host, item.command.id);
    this.context.tell(item.command.id);
  }

  private fail(item: Item, why: Refusal): void {
    clearTimeout(item.timer);
    if (item.command.event === 'chat message') {
      this.stop(item, 'failed');
      item.failure = why;
      void this.store.put({ host: this.host, command: item.command, at: item.at, failure: why })
        .then(() => this.context.tell(item.command.id));
    } else {
      this.items.delete(item.command.id);
      void this.forget(item);
      this.context.refused(item, why);
    }
    item.failed?.(why);
    this.context.changed(item.command.room);
    this.pump(item.command.room);
  }

  private stop(item: Item, stage: Stage): void {
    clearTimeout(item.timer);
    item.stage = stage;
  }

  retry(id: string): void {
    const item = this.items.get(id);
    if (item?.stage === 'failed') {
      this.items.delete(id);
      this.items.set(id, item);
      delete item.failure;
      item.stage = 'storing';
      this.context.changed(item.command.room);
      void this.keep(item);
    }
  }

  discard(id: string): void {
    const item = this.items.get(id);
    if (item) {
      clearTimeout(item.timer);
      this.items.delete(id);
      void this.forget(item);
      this.isKept(item);
      this.context.changed(item.command.room);
    }
  }

  /** The log of the room is told up to `seq`: what was accepted up to there is in it, or was not meant for it. */
  told(room: string, seq: number): void {
    for (const item of this.of(room)) {
      if (item.stage === 'accepted' && (item.accepted?.seq ?? 0) <= seq) {
        this.items.delete(item.command.id);
        this.context.changed(room);
      }
    }
  }

  /** Something happened to this id in another tab. */
  async heard(id: string): Promise<void> {
    if (!this.store.lasts) {
      return; // what is missing on a disk that fails was not done by another tab
    }
    const waiting = await this.store.waiting(this.host, id);
    const known = this.items.get(id);
    if (waiting && !known) {
      this.adopt(waiting, waiting.failure ? 'failed' : 'elsewhere');
      const item = this.items.get(id);
      if (item?.stage === 'elsewhere') {
        item.timer = setTimeout(() => {
          if (item.stage === 'elsewhere') {
            this.stop(item, 'ready');
            this.pump(item.command.room);
          }
        }, OTHER_TAB_MS);
      }
    } else if (!waiting && known && (known.stage === 'failed' || known.stage === 'elsewhere')) {
      clearTimeout(known.timer);
      this.items.delete(id);
      this.context.changed(known.command.room);
    } else if (waiting?.failure && known?.stage === 'elsewhere') {
      this.stop(known, 'failed');
      known.failure = waiting.failure;
      this.context.changed(known.command.room);
    }
  }
}
