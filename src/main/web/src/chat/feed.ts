// The entries of a room in the order of their numbers, without holes (docs/wire.md, rule 1; RoomFeed.java).
import type { Entry } from '../wire/types';

const WAITING = 2_000;

export class RoomFeed {
  /** What could not be read is null: a newer host says things that this page does not know. */
  private readonly waiting = new Map<number, Entry | null>();
  started = false;
  /** The last entry that was handed out. */
  cursor = 0;
  /** From where on everything was handed out. */
  oldest = 1;
  /** The newest entry that is known of. */
  newest = 0;
  /** What to tell a host that is held. */
  last: { after: number; id: string } | undefined;

  start(seq: number): void {
    this.started = true;
    this.cursor = seq;
    this.oldest = seq + 1;
    this.newest = Math.max(this.newest, seq);
    this.last = undefined;
    for (const each of this.waiting.keys()) {
      if (each <= seq) {
        this.waiting.delete(each);
      }
    }
  }

  expect(seq: number): void {
    this.newest = Math.max(this.newest, seq);
  }

  /** A new connection begins: what waited comes again. */
  cut(): void {
    this.waiting.clear();
    this.newest = this.cursor;
  }

  /** There is nothing between the cursor and `seq` to be had. */
  settleFor(seq: number): void {
    this.waiting.clear();
    this.newest = Math.max(this.cursor, seq);
    this.cursor = this.newest;
  }

  /** Takes an entry and hands out what follows on the cursor. */
  take(seq: number, entry: Entry | null): Entry[] {
    this.expect(seq);
    if (!this.started) {
      this.start(seq - 1);
    }
    if (seq > this.cursor && this.waiting.size < WAITING) {
      this.waiting.set(seq, entry);
    }
    const ready: Entry[] = [];
    for (let next = this.waiting.get(this.cursor + 1); next !== undefined; next = this.waiting.get(this.cursor + 1)) {
      this.cursor += 1;
      this.waiting.delete(this.cursor);
      if (next) {
        ready.push(next);
        this.last = { after: next.seq, id: next.id };
      }
    }
    return ready;
  }

  get hasHole(): boolean {
    return this.waiting.size > 0;
  }

  get isBehind(): boolean {
    return this.started ? this.cursor < this.newest : this.newest > 0;
  }
}
