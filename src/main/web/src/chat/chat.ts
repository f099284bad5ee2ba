// A joined chat: what its host says becomes rooms and people, what its person asks for goes out (HearthDialect.java,
// RoomReplicas.java). Nothing of a host is used before it has proved its id.
import { v7 } from 'uuid';
import { readEntry, readFacts, readHead, readHello, readHits, readPresence, readRefusal, readWelcome } from '../wire/codecs';
import { count, id as idOf, ids, isMap, list, text as textOf, type Wire } from '../wire/fields';
import { freshNonce, proves } from '../wire/proof';
import type { Command, Entry, Hello, Hit, Person, Presence, Refusal, RoomHead, Welcome } from '../wire/types';
import { Gaps } from './gaps';
import { Link } from './link';
import { Outbox, type Accepted, type Item } from './outbox';
import { Room } from './room';
import type { Store } from './store';

export const LOBBY = '#lobby';
const TYPING_MS = 6_000;
const TYPING_PAUSE_MS = 3_000;
const HELLO_MS = 10_000;
const MOST_PAGES = 10;

export type State =
  | { readonly is: 'connecting' }
  /** It is known whose chat it is; a name is wanted. */
  | { readonly is: 'asking'; readonly problem?: Refusal }
  | { readonly is: 'entering' }
  | { readonly is: 'online' }
  | { readonly is: 'offline'; readonly ended?: boolean }
  | { readonly is: 'refused'; readonly why: Refusal };

export class Chat {
  state: State = { is: 'connecting' };
  hostName = '';
  hostId = '';
  you: Person | undefined;
  textBytes = 8_000;
  readonly rooms = new Map<string, Room>();
  readonly people = new Map<string, Presence>();
  /** Whether there are people who are not in the list. */
  morePeople = false;
  readonly outbox: Outbox;
  /** What could not be done and is no message. */
  onProblem: (command: Command, why: Refusal) => void = () => {};
  /** Somebody wrote something that was not seen before. */
  onMessage: (room: Room, entry: Entry) => void = () => {};

  private readonly link: Link;
  private readonly gaps: Gaps;
  private readonly typing = new Map<string, Map<string, number>>();
  private readonly typed = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private readonly tabs: BroadcastChannel | undefined;
  private told = false;
  private name = '';
  private token = '';
  /** The token of a new person, the same on each attempt: a welcome that was lost leaves no second person behind. */
  private readonly newToken = freshNonce();
  private epoch = '';
  private entered = false;
  private live = false;
  private bye = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: string, private readonly store: Store) {
    this.outbox = new Outbox(store, {
      emit: (event, fields, answer) => this.link.emit(event, fields, answer),
      isYou: (person) => person === this.you?.id,
      accepted: (item, accepted) => this.accepted(item, accepted),
      refused: (item, why) => this.onProblem(item.command, why),
      changed: () => this.changed(),
      tell: (id) => this.tabs?.postMessage([this.hostId, id]),
    });
    this.gaps = new Gaps({
      ask: (event, fields, answer) => this.link.emit(event, fields, answer),
      isEntered: () => this.entered,
      line: (room, seq, entry) => this.line(room, seq, entry),
      changed: () => this.changed(),
    });
    this.link = new Link(page, {
      opened: () => this.opened(),
      heard: (event, said) => isMap(said) && this.heard(event, said),
      closed: (why, sentence) => this.closed(why, sentence),
    });
    this.tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('hearth-outbox');
    this.tabs?.addEventListener('message', ({ data }: MessageEvent<[string, string]>) => {
      if (data[0] === this.hostId) {
        void this.outbox.heard(data[1]);
      }
    });
  }

  get keeps(): boolean {
    return this.store.lasts;
  }

  /** Told at most once for all that happens in one turn of the loop. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(): void {
    if (!this.told) {
      this.told = true;
      setTimeout(() => {
        this.told = false;
        this.listeners.forEach((each) => each());
      }, 16);
    }
  }

  private become(state: State): void {
    this.state = state;
    this.changed();
  }

  // --- entering ---------------------------------------------------------------------------------------------------

  start(): void {
    this.link.open();
  }

  /** Comes in under this name; to whoever is in already, it is a new name. */
  enter(name: string): void {
    this.name = name;
    this.link.close();
    this.cut();
    this.become({ is: 'entering' });
    this.link.open();
  }

  tryNow(): void {
    this.link.tryNow();
  }

  private opened(): void {
    this.bye = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.link.tryNow(), HELLO_MS);
  }

  private closed(why: 'lost' | 'refused', sentence: string): void {
    clearTimeout(this.timer);
    this.cut();
    if (this.state.is === 'refused' || this.state.is === 'asking') {
      return;
    }
    if (why === 'refused') {
      this.become({ is: 'refused', why: { code: 'closed', message: sentence } });
    } else {
      this.become({ is: 'offline', ...(this.bye === 'ended' ? { ended: true } : {}) });
    }
  }

  private cut(): void {
    this.entered = false;
    this.live = false;
    this.outbox.cut();
    this.typing.clear();
    for (const room of this.rooms.values()) {
      room.feed.cut();
      room.asking = false;
      room.loadingOlder = false;
    }
  }

  private refuse(code: string, message: string): void {
    this.become({ is: 'refused', why: { code, message } });
    this.link.close();
  }

  private heard(event: string, said: Wire): void {
    switch (event) {
      case 'hello': {
        const hello = readHello(said);
        if (hello) {
          void this.hello(hello);
        }
        break;
      }
      case 'welcome': {
        const welcome = readWelcome(said);
        if (welcome && this.state.is !== 'asking') {
          this.welcome(welcome);
        }
        break;
      }
      case 'bye':
        this.heardBye(textOf(said, 'reason') ?? '');
        break;
      default:
        if (this.entered) {
          this.heardWithin(event, said);
        }
    }
  }

  private heardBye(reason: string): void {
    this.bye = reason;
    if (reason === 'removed') {
      void this.store.keepHost({ id: this.hostId, token: '', name: this.name }).catch(() => {});
    }
    if (['kicked', 'kick', 'banned', 'ban', 'removed'].includes(reason)) {
      this.refuse(reason === 'kick' ? 'kicked' : reason === 'ban' ? 'banned' : reason, '');
    }
  }

  private async hello(hello: Hello): Promise<void> {
    clearTimeout(this.timer);
    if (hello.version !== 1) {
      this.refuse('version', '');
      return;
    }
    if (!proves(hello.proof, hello.hostId, this.link.nonce)) {
      this.refuse('unproven', '');
      return;
    }
    if (this.hostId && this.hostId !== hello.hostId) {
      // Another host answers here now. What waits for the one before stays on the disk, under its id.
      location.reload();
      return;
    }
    const first = !this.hostId;
    this.hostId = hello.hostId;
    this.hostName = hello.hostName;
    if (first) {
      const kept = await this.store.host(hello.hostId).catch(() => undefined);
      this.token = kept?.token ?? '';
      this.name ||= kept?.token ? kept.name : '';
      await this.outbox.restore(hello.hostId).catch(() => {});
    }
    if (this.epoch && this.epoch !== hello.epoch) {
      this.rooms.forEach((room) => room.reset());
    }
    this.epoch = hello.epoch;
    if (this.name) {
      this.sayWho();
    } else {
      this.become({ is: 'asking' });
      this.link.close(); // the host does not wait for a name for ever
    }
  }

  private sayWho(): void {
    this.become({ is: 'entering' });
    const have: Record<string, object> = {};
    for (const room of this.rooms.values()) {
      if (room.feed.last) {
        have[room.id] = room.feed.last;
      }
    }
    const enter = { name: this.name, ...(this.token ? { token: this.token } : {}), newToken: this.newToken, ...(Object.keys(have).length ? { have } : {}) };
    this.link.emit('enter', enter, (said) => {
      const why = readRefusal(said);
      if (why?.code === 'malformed' || why?.code === 'name_taken') {
        this.become({ is: 'asking', problem: why });
        this.link.close();
      } else if (why && why.retryAfterMs === undefined) {
        this.refuse(why.code, why.message);
      }
    });
  }

  private welcome(welcome: Welcome): void {
    if (this.entered) {
      return;
    }
    this.entered = true;
    this.link.welcomed();
    this.you = welcome.you;
    this.textBytes = welcome.textBytes;
    if (welcome.token) {
      this.token = welcome.token;
    }
    void this.store.keepHost({ id: this.hostId, token: this.token, name: this.name }).catch(() => {});
    welcome.diverged.forEach((id) => this.rooms.get(id)?.reset());
    if (!welcome.more.rooms) {
      this.keepOnly(new Set(welcome.rooms.map((each) => each.id)));
    }
    welcome.rooms.forEach((head) => this.aim(this.room(head), head.lastSeq));
    if (!welcome.more.people) {
      this.people.clear();
    }
    welcome.people.forEach((each) => this.people.set(each.id, each));
    this.morePeople = welcome.more.people;
    if (welcome.more.rooms) {
      this.pageRooms('', 0);
    }
    this.become({ is: 'online' });
    void this.outbox.begin();
    setTimeout(() => { this.live = this.entered; }, 0);
  }

  /** The list of a chat with many rooms, page by page from its beginning. */
  private pageRooms(after: string, page: number): void {
    this.link.emit('rooms', after ? { after } : {}, (said) => {
      if (isMap(said) && !readRefusal(said)) {
        const heads = list(said, 'rooms', readHead);
        heads.forEach((head) => this.aim(this.room(head), head.lastSeq));
        this.changed();
        if (said['more'] === true && heads.length > 0 && page < MOST_PAGES) {
          this.pageRooms(heads.at(-1)!.id, page + 1);
        }
      }
    });
  }

  // --- what the host says -----------------------------------------------------------------------------------------

  private heardWithin(event: string, said: Wire): void {
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
      case 'presence':
        list(said, 'people', readPresence).forEach((each) => this.people.set(each.id, each));
        break;
      case 'typing':
        this.types(idOf(said, 'room') ?? '', idOf(said, 'person') ?? '');
        break;
      case 'read':
        this.readUpTo(idOf(said, 'room') ?? '', idOf(said, 'person') ?? '', count(said, 'seq') ?? 0);
        break;
      default: // a newer host may say more than this page knows
    }
    this.changed();
  }

  private entry(said: Wire): void {
    const entry = readEntry(said);
    const room = this.rooms.get(entry?.room ?? idOf(said, 'room') ?? '');
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
      this.outbox.arrived(each);
      room.show(each);
      this.typing.get(room.id)?.delete(each.from.id);
      if (each.kind === 'posted' && this.live && each.from.id !== this.you?.id) {
        this.onMessage(room, each);
      }
    }
    this.outbox.told(room.id, room.feed.cursor);
    room.head = { ...room.head, lastSeq: Math.max(room.head.lastSeq, seq) };
  }

  private skipped(id: string, to: number): void {
    const room = this.rooms.get(id);
    if (room && !room.feed.started) {
      room.feed.start(to);
    } else if (room && to > room.feed.cursor) {
      room.feed.expect(to);
      this.gaps.fill(room);
    }
  }

  private room(head: RoomHead): Room {
    const known = this.rooms.get(head.id);
    if (known) {
      known.head = { ...head, readSeq: Math.max(head.readSeq, known.head.readSeq), lastSeq: Math.max(head.lastSeq, known.feed.cursor) };
      return known;
    }
    const fresh = new Room(head);
    this.rooms.set(head.id, fresh);
    return fresh;
  }

  private aim(room: Room, lastSeq: number): void {
    if (room.feed.cursor > lastSeq) {
      room.reset(); // not possible within one log
    }
    if (room.isMember) {
      if (!room.feed.started && lastSeq === 0) {
        room.feed.start(0);
      }
      room.feed.expect(lastSeq);
      this.gaps.watch(room);
    }
  }

  private roomsChanged(said: Wire): void {
    ids(said, 'gone').forEach((id) => this.gone(id));
    for (const head of list(said, 'rooms', readHead)) {
      const was = this.rooms.get(head.id)?.isMember ?? false;
      const room = this.room(head);
      if (room.isMember && !was) {
        this.aim(room, head.lastSeq);
      }
    }
    for (const facts of list(said, 'changed', readFacts)) {
      const known = this.rooms.get(facts.id);
      this.room({
        ...(known?.head ?? { readSeq: 0, membership: 'outside' as const }),
        ...facts,
        lastSeq: Math.max(facts.lastSeq, known?.head.lastSeq ?? 0),
      });
    }
  }

  private keepOnly(there: Set<string>): void {
    [...this.rooms.keys()].filter((each) => !there.has(each)).forEach((each) => this.gone(each));
  }

  private gone(id: string): void {
    this.rooms.get(id)?.reset();
    this.rooms.delete(id);
  }

  private types(room: string, person: string): void {
    const here = this.typing.get(room) ?? new Map<string, number>();
    this.typing.set(room, here.set(person, Date.now() + TYPING_MS));
    setTimeout(() => this.changed(), TYPING_MS + 50);
  }

  private readUpTo(id: string, person: string, seq: number): void {
    const room = this.rooms.get(id);
    if (room && person === this.you?.id) {
      room.head = { ...room.head, readSeq: Math.max(room.head.readSeq, seq) };
    } else if (room) {
      room.seen.set(person, Math.max(room.seen.get(person) ?? 0, seq));
    }
  }

  // --- what its person does ---------------------------------------------------------------------------------------

  private accepted(item: Item, { room: id, seq }: Accepted): void {
    const room = this.rooms.get(id);
    if (room?.isMember) {
      room.feed.expect(seq);
      this.gaps.watch(room);
      if (room.feed.cursor >= seq) {
        this.outbox.told(id, room.feed.cursor);
      }
    } else if (item.command.event === 'chat message') {
      this.outbox.told(id, seq);
    }
    this.changed();
  }

  do(event: string, fields: Omit<Command, 'event' | 'id'>, onDisk?: () => void): Promise<Accepted> {
    return this.outbox.submit({ event, id: v7(), ...fields }, onDisk);
  }

  /** Who is writing in a room. */
  typists(room: string): string[] {
    const now = Date.now();
    return [...(this.typing.get(room) ?? [])].filter(([, until]) => until > now).map(([person]) => person);
  }

  isTyping(room: string): void {
    const now = Date.now();
    if (this.entered && now - (this.typed.get(room) ?? 0) > TYPING_PAUSE_MS) {
      this.typed.set(room, now);
      this.link.emit('typing', { room });
    }
  }

  read(room: Room): void {
    const seq = room.feed.cursor;
    if (this.entered && seq > room.head.readSeq) {
      room.head = { ...room.head, readSeq: seq };
      this.link.emit('read', { room: room.id, seq }, () => {});
      this.changed();
    }
  }

  older(room: Room): void {
    this.gaps.older(room);
  }

  around(room: Room, seq: number, id: string): void {
    this.gaps.around(room, seq, id);
  }

  latest(room: Room): void {
    room.excerpt = undefined;
    this.changed();
  }

  search(q: string, room: string | undefined, then: (hits: Hit[], more: boolean, why?: Refusal) => void): void {
    if (!this.entered) {
      then([], false, { code: 'not_entered', message: '' });
      return;
    }
    this.link.emit('search', { q, ...(room ? { room } : {}), limit: 50 }, (said) => {
      const why = readRefusal(said);
      const { hits, more } = isMap(said) && !why ? readHits(said) : { hits: [], more: false };
      then(hits, more, why);
    });
  }

  findPeople(q: string, then: (people: Presence[]) => void): void {
    if (this.entered) {
      this.link.emit('people', q ? { q } : {}, (said) => then(isMap(said) ? list(said, 'people', readPresence) : []));
    }
  }

  /** Everybody in a room, page by page; in `#lobby`, whoever is known. Gives what stops it. */
  members(room: Room, then: (people: Presence[]) => void): () => void {
    let wanted = true;
    const all: Presence[] = [];
    const page = (after: string, pages: number): void => {
      this.link.emit('members', { room: room.id, ...(after ? { after } : {}) }, (said) => {
        if (wanted && isMap(said) && !readRefusal(said)) {
          const people = list(said, 'people', readPresence);
          all.push(...people);
          then([...all].sort((a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name)));
          if (said['more'] === true && people.length > 0 && pages < MOST_PAGES) {
            page(people.at(-1)!.id, pages + 1);
          }
        }
      });
    };
    if (this.entered) {
      page('', 0);
    }
    return () => { wanted = false; };
  }

  personName(id: string): string | undefined {
    return this.people.get(id)?.name;
  }

  /** What a room is called for this person. */
  title(room: Room): string {
    const { kind, name, with: other } = room.head;
    return kind === 'direct' ? this.personName(other ?? '') ?? name : room.id === LOBBY ? name || 'lobby' : name;
  }
}
