// A room and what is held of its log. What is shown is the fold of the log, restricted to what is held (docs/wire.md, rule 4).
import type { Entry, Message, RoomHead } from '../wire/types';
import { RoomFeed } from './feed';
import { RoomFold } from './fold';

/** A line of the timeline: a message, or something that happened in the room. */
export interface Line {
  readonly seq: number;
  readonly id: string;
  readonly note?: Entry;
}

const OLDER_PAUSE_MS = 1_000;

export class Room {
  readonly feed = new RoomFeed();
  readonly fold = new RoomFold();
  /** In the order of the log. */
  lines: Line[] = [];
  /** A part of the log around something that was looked for; undefined where the newest are shown. */
  excerpt: { readonly lines: Line[]; readonly at: string } | undefined;
  /** How far others have read. */
  readonly seen = new Map<string, number>();
  /** Whether what follows on what is shown is asked for. */
  asking = false;
  /** Whether older messages may be asked for, are on their way, or were refused a moment ago. */
  older: 'ready' | 'loading' | 'paused' = 'ready';
  olderPauseMs = OLDER_PAUSE_MS;
  watched = false;
  /** Where the log stood when this connection began: what comes after that is news. */
  newsAfter = 0;
  /** Another one whenever the answers that are still to come do not count any more. */
  connection = 0;
  /** Another one whenever there is something else to see. */
  version = 0;
  private readonly unreadAt = { version: -1, you: '', count: 0 };

  constructor(public head: RoomHead) {}

  get id(): string {
    return this.head.id;
  }

  get isMember(): boolean {
    return this.head.membership === 'member';
  }

  get hasOlder(): boolean {
    return this.feed.started ? this.feed.oldest > 1 : this.head.lastSeq > 0;
  }

  /** The connection is lost: what waited comes again, and no answer does. */
  cut(): void {
    this.connection += 1;
    this.asking = false;
    this.older = 'ready';
    this.olderPauseMs = OLDER_PAUSE_MS;
    this.feed.cut();
  }

  reset(): void {
    this.cut();
    this.excerpt = undefined;
    this.lines = [];
    this.fold.clear();
    Object.assign(this.feed, new RoomFeed());
  }

  /** The next entry of the log. */
  show(entry: Entry): void {
    const about = this.fold.take(entry);
    if (about === entry.id && (entry.kind === 'posted' || entry.kind === 'erased')) {
      this.lines.push({ seq: entry.seq, id: entry.id });
    } else if (about === undefined) {
      this.lines.push({ seq: entry.seq, id: entry.id, note: entry });
    }
  }

  /** Messages from before the oldest that is held. */
  showOlder(messages: readonly Message[], asOf: number, from: number): void {
    const older = messages.filter((each) => each.seq < this.feed.oldest);
    older.forEach((each) => this.fold.fold(each, asOf));
    this.lines = [...older.map(({ seq, id }) => ({ seq, id })), ...this.lines];
    this.feed.oldest = from;
  }

  showExcerpt(messages: readonly Message[], asOf: number, at: string): void {
    messages.forEach((each) => this.fold.fold(each, asOf));
    this.excerpt = { lines: messages.map(({ seq, id }) => ({ seq, id })), at };
  }

  /** Others' messages that were not read; an estimate where the log is not held. */
  unread(you: string): number {
    const kept = this.unreadAt;
    if (kept.version !== this.version || kept.you !== you) {
      Object.assign(kept, { version: this.version, you, count: this.isMember ? this.countUnread(you) : 0 });
    }
    return kept.count;
  }

  private countUnread(you: string): number {
    const from = this.head.readSeq;
    let count = this.feed.started ? Math.max(0, Math.min(this.feed.oldest - 1, this.head.lastSeq) - from) : Math.max(0, this.head.lastSeq - from);
    for (let i = this.lines.length - 1; i >= 0 && this.lines[i]!.seq > from; i -= 1) {
      const message = this.lines[i]!.note ? undefined : this.fold.message(this.lines[i]!.id);
      count += message && !message.deleted && message.from.id !== you ? 1 : 0;
    }
    return count;
  }

  seenBy(seq: number): number {
    let count = 0;
    this.seen.forEach((upTo) => (count += upTo >= seq ? 1 : 0));
    return count;
  }
}
