// The rooms of a chat and what is held of their logs, as the host tells it (RoomReplicas.java). Heads and entries come
// in any order between each other; each room puts its own in order.
import { readEntry, readFacts, readHead, readRefusal } from '../wire/codecs';
import { count, id as idOf, ids, isMap, list, type Wire } from '../wire/fields';
import type { Entry, RoomHead, Welcome } from '../wire/types';
import type { Changes } from './changes';
import { GapFiller } from './gaps';
import type { Ask } from './link';
import { Room } from './room';

const MOST_PAGES = 10;

export interface RoomsContext {
  readonly ask: Ask;
  readonly changes: Changes;
  isInside(): boolean;
  /** An entry has its place in what is shown. */
  shown(room: Room, entry: Entry): void;
  /** The log of a room was told up to `seq`. */
  told(room: string, seq: number): void;
}

export class Rooms {
  readonly all = new Map<string, Room>();
  private readonly gaps: GapFiller;

  constructor(private readonly context: RoomsContext) {
    this.gaps = new GapFiller({
      ask: context.ask,
      isInside: () => context.isInside(),
      line: (room, seq, entry) => this.line(room, seq, entry),
      changed: (room) => this.changed(room),
    });
  }

  changed(room: Room): void {
    room.version += 1;
    this.context.changes.tell(`room ${room.id}`);
    this.context.changes.tell('activity');
  }

  /** The last entry that is held of each room. */
  have(): Record<string, object> {
    return Object.fromEntries([...this.all].flatMap(([id, { feed }]) => (feed.last ? [[id, feed.last]] : [])));
  }

  cut(): void {
    this.all.forEach((room) => {
      room.cut();
      this.changed(room);
    });
  }

  /** Nothing that is shown counts any more. */
  reset(): void {
    this.all.forEach((room) => this.resetRoom(room));
  }

  private resetRoom(room: Room): void {
    room.reset();
    this.changed(room);
  }

  welcomed(welcome: Welcome): void {
    welcome.diverged.flatMap((id) => this.all.get(id) ?? []).forEach((room) => this.resetRoom(room));
    if (!welcome.more.rooms) {
      const there = new Set(welcome.rooms.map((each) => each.id));
      [...this.all.keys()].filter((each) => !there.has(each)).forEach((each) => this.gone(each));
    }
    welcome.rooms.forEach((head) => this.enter(head));
    if (welcome.more.rooms) {
      this.askFor('', 0);
    }
  }

  /** The list of a chat with many rooms, page by page from its beginning. */
  private askFor(after: string, page: number): void {
    this.context.ask('rooms', after ? { after } : {}, (said) => {
      if (isMap(said) && !readRefusal(said)) {
        const heads = list(said, 'rooms', readHead);
        heads.forEach((head) => this.enter(head));
        if (said['more'] === true && heads.length > 0 && page < MOST_PAGES) {
          this.askFor(heads.at(-1)!.id, page + 1);
        }
      }
    });
  }

  // --- what the host says -----------------------------------------------------------------------------------------

  /** Takes what a host says about rooms. */
  heard(event: string, said: Wire): void {
    switch (event) {
      case 'chat message':
      case 'entry':
        this.entry(said);
        break;
      case 'skipped':
        this.skipped(idOf(said, 'room') ?? '', count(said, 'to') ?? 0);
        break;
      case 'rooms':
        this.roomsChanged(said);
        break;
      default: // a newer host may say more than this page knows
    }
  }

  private entry(said: Wire): void {
    const entry = readEntry(said);
    const room = this.all.get(entry?.room ?? idOf(said, 'room') ?? '');
    const seq = count(said, 'seq');
    if (room && seq) {
      this.line(room, seq, entry ?? null);
      if (room.feed.hasHole) {
        this.gaps.fill(room);
      }
    }
  }

  private line(room: Room, seq: number, entry: Entry | null): void {
    for (const each of room.feed.take(seq, entry)) {
      room.show(each);
      this.context.shown(room, each);
    }
    this.context.told(room.id, room.feed.cursor);
    room.head = { ...room.head, lastSeq: Math.max(room.head.lastSeq, seq) };
    this.changed(room);
  }

  private skipped(id: string, to: number): void {
    const room = this.all.get(id);
    if (room && !room.feed.started) {
      room.feed.start(to);
      this.changed(room);
    } else if (room && to > room.feed.cursor) {
      room.feed.expect(to);
      this.gaps.fill(room);
    }
  }

  private roomsChanged(said: Wire): void {
    ids(said, 'gone').forEach((id) => this.gone(id));
    for (const head of list(said, 'rooms', readHead)) {
      const known = this.all.get(head.id);
      if (head.membership === 'member' && !known?.isMember) {
        // Somebody begins a conversation with this person: its first message may be in the log already.
        this.enter(head, head.kind === 'direct' && !known ? head.readSeq : head.lastSeq);
      } else {
        this.take(head);
      }
    }
    for (const facts of list(said, 'changed', readFacts)) {
      const known = this.all.get(facts.id);
      this.take({
        ...(known?.head ?? { readSeq: 0, membership: 'outside' as const }),
        ...facts,
        lastSeq: Math.max(facts.lastSeq, known?.head.lastSeq ?? 0),
      });
    }
  }

  private take(head: RoomHead): Room {
    const known = this.all.get(head.id);
    const room = known ?? new Room(head);
    if (known) {
      known.head = { ...head, readSeq: Math.max(head.readSeq, known.head.readSeq), lastSeq: Math.max(head.lastSeq, known.feed.cursor) };
    } else {
      this.all.set(head.id, room);
    }
    this.context.changes.tell('rooms');
    this.changed(room);
    return room;
  }

  /**
   * Takes a head that says where the log stands now.
   * @param newsAfter what comes after this entry is news
   */
  private enter(head: RoomHead, newsAfter = head.lastSeq): void {
    const room = this.take(head);
    if (room.feed.cursor > head.lastSeq) {
      room.reset(); // not possible within one log
    }
    room.newsAfter = newsAfter;
    if (room.isMember) {
      if (!room.feed.started && head.lastSeq === 0) {
        room.feed.start(0);
      }
      this.expect(room, head.lastSeq);
    }
  }

  private gone(id: string): void {
    this.all.get(id)?.reset();
    this.all.delete(id);
    this.context.changes.tell('rooms');
    this.context.changes.tell(`room ${id}`);
  }

  /** The log has `seq`; it comes, or is asked for. */
  expect(room: Room, seq: number): void {
    room.feed.expect(seq);
    this.gaps.watch(room);
  }

  // --- what its person looks at -----------------------------------------------------------------------------------

  readUpTo(room: Room, seq: number): void {
    if (seq > room.head.readSeq) {
      room.head = { ...room.head, readSeq: seq };
      this.changed(room);
    }
  }

  /** Somebody else has read. */
  seen(room: Room, person: string, seq: number): void {
    if (seq > (room.seen.get(person) ?? 0)) {
      room.seen.set(person, seq);
      this.changed(room);
    }
  }

  older(room: Room): void {
    this.gaps.older(room);
  }

  around(room: Room, seq: number, id: string): void {
    this.gaps.around(room, seq, id);
  }

  latest(room: Room): void {
    if (room.excerpt) {
      room.excerpt = undefined;
      this.changed(room);
    }
  }
}
