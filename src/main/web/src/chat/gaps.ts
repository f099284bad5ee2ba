// Fills the holes between what is held of a room and what the host has (docs/wire.md, rule 1; GapFiller.java), and asks for
// what came before. One request of each kind per room is under way.
import { readEntry, readPage, readRefusal } from '../wire/codecs';
import { count, isMap, type Wire } from '../wire/fields';
import type { Entry } from '../wire/types';
import type { Ask } from './link';
import type { Room } from './room';

const PAGE = 200;
const OLDER = 60;
const ON_ITS_WAY_MS = 1_000;
const PAUSE_MS = 1_000;
/** More is not fetched one by one: the room begins again at its end. */
const MOST_MISSING = 1_000;
/** Older messages that were refused are asked for again after twice as long each time. */
const LONGEST_OLDER_PAUSE_MS = 60_000;

export interface GapFillerContext {
  readonly ask: Ask;
  isInside(): boolean;
  line(room: Room, seq: number, entry: Entry | null): void;
  changed(room: Room): void;
}

export class GapFiller {
  constructor(private readonly context: GapFillerContext) {}

  /** Asks for what follows on what is shown, unless that is under way. */
  fill(room: Room): void {
    if (!this.context.isInside() || room.asking || !room.feed.isBehind) {
      return;
    }
    if (!room.feed.started || room.feed.newest - room.feed.cursor > MOST_MISSING) {
      this.beginAtTheEnd(room);
      return;
    }
    room.asking = true;
    const { connection } = room;
    const after = room.feed.cursor;
    this.context.ask('history', { room: room.id, after, limit: PAGE }, (said) => {
      if (room.connection === connection) {
        room.asking = false;
        this.filled(room, after, said);
      }
    });
  }

  private filled(room: Room, after: number, said: unknown): void {
    const refusal = readRefusal(said);
    if (refusal?.code === 'no_room') {
      room.feed.settleFor(room.feed.cursor);
    } else if (refusal || !isMap(said)) {
      setTimeout(() => this.fill(room), refusal?.retryAfterMs ?? PAUSE_MS);
    } else {
      this.lines(room, said);
      if (room.feed.cursor > after) {
        this.fill(room);
      } else {
        // The host has nothing here: what was believed to be missing does not exist.
        room.feed.settleFor(room.feed.newest);
      }
    }
    this.context.changed(room);
  }

  /** The lines of a page, also those that this page cannot read. */
  private lines(room: Room, said: Wire): void {
    const all = said['entries'];
    for (const each of Array.isArray(all) ? all : []) {
      const entry = isMap(each) ? readEntry(each) : undefined;
      const seq = isMap(each) ? count(each, 'seq') : undefined;
      if (seq) {
        this.context.line(room, seq, entry?.room === room.id ? entry : null);
      }
    }
  }

  private beginAtTheEnd(room: Room): void {
    const { newest } = room.feed;
    room.reset();
    room.feed.start(newest);
    this.context.changed(room);
    this.older(room);
  }

  /** Looks after a moment whether what was promised has come, and asks for it if nothing has. */
  watch(room: Room): void {
    if (!room.watched && room.feed.isBehind) {
      room.watched = true;
      const { cursor } = room.feed;
      setTimeout(() => {
        room.watched = false;
        if (room.feed.cursor === cursor) {
          this.fill(room);
        }
        this.watch(room);
      }, ON_ITS_WAY_MS);
    }
  }

  /** Asks for a page of messages from before the oldest that is held, unless that is under way or was refused just now. */
  older(room: Room): void {
    if (!this.context.isInside() || room.older !== 'ready' || !room.feed.started || room.feed.oldest <= 1) {
      return;
    }
    room.older = 'loading';
    this.context.changed(room);
    const { connection } = room;
    this.context.ask('history', { room: room.id, before: room.feed.oldest, limit: OLDER }, (said) => {
      if (room.connection === connection) {
        this.gotOlder(room, said);
        this.context.changed(room);
      }
    });
  }

  private gotOlder(room: Room, said: unknown): void {
    const refusal = readRefusal(said);
    const page = isMap(said) && !refusal ? readPage(said) : undefined;
    const from = page?.more ? page.messages[0]?.seq ?? 1 : 1;
    if (page && from < room.feed.oldest) {
      room.older = 'ready';
      room.olderPauseMs = PAUSE_MS;
      room.showOlder(page.messages, page.asOf, from);
    } else {
      this.pause(room, refusal?.retryAfterMs ?? room.olderPauseMs);
    }
  }

  private pause(room: Room, pauseMs: number): void {
    room.older = 'paused';
    room.olderPauseMs = Math.min(LONGEST_OLDER_PAUSE_MS, 2 * room.olderPauseMs);
    const { connection } = room;
    setTimeout(() => {
      if (room.connection === connection) {
        room.older = 'ready';
        this.context.changed(room);
      }
    }, Math.min(LONGEST_OLDER_PAUSE_MS, Math.max(PAUSE_MS, pauseMs)));
  }

  /** Asks for what is around a message that is not held. */
  around(room: Room, seq: number, id: string): void {
    const { connection } = room;
    this.context.ask('history', { room: room.id, around: seq, limit: OLDER }, (said) => {
      if (room.connection === connection && !readRefusal(said) && isMap(said)) {
        const page = readPage(said);
        room.showExcerpt(page.messages, page.asOf, id);
        this.context.changed(room);
      }
    });
  }
}
