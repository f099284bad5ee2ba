// A joined chat, as the views see it (HearthDialect.java): it puts together who came in, the rooms, the people and what was
// written, and knows no view.
import { v7 } from 'uuid';
import { readNamed, readPresence } from '../wire/codecs';
import { count, id as idOf, isMap, list, type Wire } from '../wire/fields';
import type { Command, Entry, Person, Presence, Refusal, Welcome } from '../wire/types';
import { Changes, type Topic } from './changes';
import { Entrance, type State } from './entrance';
import type { Accepted, Item } from './item';
import { Link } from './link';
import { Outbox } from './outbox';
import { Presences } from './presences';
import { Questions } from './questions';
import type { Room } from './room';
import { Rooms } from './rooms';
import type { Store } from './store';

export const LOBBY = '#lobby';
const TYPING_PAUSE_MS = 3_000;

/** What comes to a person without being asked for. */
export interface Notices {
  /** Something could not be done, and is no message. */
  problem(command: Command, why: Refusal): void;
  /** Somebody has written something new. */
  message(room: Room, entry: Entry): void;
  /** Another chat answers at this address now. */
  otherChat(): void;
}

export class Chat {
  you: Person | undefined;
  textBytes = 8_000;
  readonly outbox: Outbox;
  readonly questions: Questions;
  notices: Notices = { problem: () => {}, message: () => {}, otherChat: () => {} };

  private readonly changes = new Changes();
  private readonly link: Link;
  private readonly entrance: Entrance;
  private readonly roomList: Rooms;
  private readonly presences = new Presences(this.changes);
  private readonly typed = new Map<string, number>();
  private tabs: BroadcastChannel | undefined;

  constructor(page: string, private readonly store: Store) {
    this.link = new Link(page, {
      opened: () => this.entrance.opened(),
      heard: (event, said) => isMap(said) && this.heard(event, said),
      closed: (why, sentence) => this.entrance.closed(why, sentence),
    });
    this.questions = new Questions(this.link.ask);
    this.outbox = new Outbox(store, {
      ask: this.link.ask,
      isYou: (person) => person === this.you?.id,
      accepted: (item, accepted) => this.accepted(item, accepted),
      refused: (item, why) => this.notices.problem(item.command, why),
      changed: (room) => room !== undefined && this.changedRoom(room),
      tell: (id) => this.tabs?.postMessage([this.hostId, id]),
    });
    this.roomList = new Rooms({
      ask: this.link.ask,
      changes: this.changes,
      isInside: () => this.entrance.isInside,
      shown: (room, entry) => this.shown(room, entry),
      told: (room, seq) => this.outbox.told(room, seq),
    });
    this.entrance = new Entrance(this.link, store, {
      changed: () => this.changes.tell('entrance'),
      known: (hostId) => this.outbox.restore(hostId),
      otherHost: () => this.notices.otherChat(),
      otherLog: () => this.roomList.reset(),
      have: () => this.roomList.have(),
      welcomed: (welcome) => this.welcomed(welcome),
      cut: () => this.cut(),
    });
    store.onFailure = () => this.changes.tell('entrance');
  }

  /** Whether what is written is still there after a reload. */
  get keeps(): boolean {
    return this.store.lasts;
  }

  get state(): State {
    return this.entrance.state;
  }

  get hostId(): string {
    return this.entrance.hostId;
  }

  get hostName(): string {
    return this.entrance.hostName;
  }

  get rooms(): ReadonlyMap<string, Room> {
    return this.roomList.all;
  }

  get people(): ReadonlyMap<string, Presence> {
    return this.presences.all;
  }

  /** Runs `listener` at most once for all that happens to `topic` in one turn. Gives what stops it. */
  listen(topic: Topic, listener: () => void): () => void {
    return this.changes.listen(topic, listener);
  }

  start(): void {
    this.hearTabs();
    this.link.open();
  }

  /** Hears from other tabs of this person what they have written. */
  private hearTabs(): void {
    if (!this.tabs && typeof BroadcastChannel !== 'undefined') {
      this.tabs = new BroadcastChannel('hearth-outbox');
      this.tabs.addEventListener('message', ({ data }: MessageEvent<[string, string]>) => {
        if (data[0] === this.hostId) {
          void this.outbox.heard(data[1]);
        }
      });
    }
  }

  /** Leaves the connection until the next start. */
  stop(): void {
    this.link.close();
    this.tabs?.close();
    this.tabs = undefined;
  }

  /** Comes in under this name; to a person who is in already, it is a new name. */
  enter(name: string): void {
    this.entrance.enter(name);
  }

  tryNow(): void {
    this.entrance.tryNow();
  }

  // --- what the host says -----------------------------------------------------------------------------------------

  private heard(event: string, said: Wire): void {
    if (this.entrance.heard(event, said) || !this.entrance.isInside) {
      return;
    }
    switch (event) {
      case 'presence':
        this.presences.take(list(said, 'people', readPresence));
        break;
      case 'typing':
        this.presences.types(idOf(said, 'room') ?? '', idOf(said, 'person') ?? '');
        break;
      case 'named':
        this.entrance.named(readNamed(said) ?? this.hostName);
        break;
      case 'read':
        this.heardRead(idOf(said, 'room') ?? '', idOf(said, 'person') ?? '', count(said, 'seq') ?? 0);
        break;
      default:
        this.roomList.heard(event, said);
    }
  }

  private heardRead(id: string, person: string, seq: number): void {
    const room = this.rooms.get(id);
    if (room && person === this.you?.id) {
      this.roomList.readUpTo(room, seq);
    } else if (room) {
      this.roomList.seen(room, person, seq);
    }
  }

  private welcomed(welcome: Welcome): void {
    this.you = welcome.you;
    this.textBytes = welcome.textBytes;
    this.presences.replace(welcome.people, !welcome.more.people);
    this.roomList.welcomed(welcome);
    void this.outbox.begin();
  }

  private cut(): void {
    this.outbox.cut();
    this.presences.cut();
    this.roomList.cut();
  }

  private shown(room: Room, entry: Entry): void {
    this.outbox.arrived(entry);
    this.presences.wrote(room.id, entry.from.id);
    if (entry.kind === 'posted' && entry.seq > room.newsAfter && entry.from.id !== this.you?.id) {
      this.notices.message(room, entry);
    }
  }

  private changedRoom(id: string): void {
    const room = this.rooms.get(id);
    if (room) {
      this.roomList.changed(room);
    }
  }

  // --- what its person does ---------------------------------------------------------------------------------------

  private accepted(item: Item, { room: id, seq }: Accepted): void {
    const room = this.rooms.get(id);
    if (room?.isMember) {
      this.roomList.expect(room, seq);
      if (room.feed.cursor >= seq) {
        this.outbox.told(id, room.feed.cursor);
      }
    } else if (item.command.event === 'chat message') {
      this.outbox.told(id, seq);
    }
  }

  /**
   * Asks the host for a change, now or once there is a connection.
   * @param kept is run when the command outlives this page, or is done
   */
  do(event: string, fields: Omit<Command, 'event' | 'id'>, kept?: () => void): Promise<Accepted> {
    return this.outbox.submit({ event, id: v7(), ...fields }, kept);
  }

  /** Who is writing in a room. */
  typists(room: string): string[] {
    return this.presences.typists(room);
  }

  isTyping(room: string): void {
    const now = Date.now();
    if (this.entrance.isInside && now - (this.typed.get(room) ?? 0) > TYPING_PAUSE_MS) {
      this.typed.set(room, now);
      this.link.say('typing', { room });
    }
  }

  /** Everything that is shown of a room was seen. */
  read(room: Room): void {
    const seq = room.feed.cursor;
    if (this.entrance.isInside && seq > room.head.readSeq) {
      this.roomList.readUpTo(room, seq);
      this.link.say('read', { room: room.id, seq });
    }
  }

  older(room: Room): void {
    this.roomList.older(room);
  }

  around(room: Room, seq: number, id: string): void {
    this.roomList.around(room, seq, id);
  }

  latest(room: Room): void {
    this.roomList.latest(room);
  }
}
