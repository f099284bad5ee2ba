// The shapes of `/hearth`, read. `src/test/wire` has examples of all of them.
import { count, fitsId, flag, id, ids, isMap, list, map, number, text, type Wire } from './fields';
import type {
  Entry, GivenRole, Hello, Hit, Membership, Message, Page, Payload, Person, Place, Presence, Refusal, Role, RoomFacts, RoomHead, RoomKind,
  Welcome,
} from './types';

const NAME = 40;
const TOPIC = 250;
const TITLE = 100;
const SENTENCE = 300;
const TEXT_BYTES = 8_000;
const LONGEST_TEXT = 900_000;

const GIVEN_ROLES = ['owner', 'moderator', 'member', 'guest'] as const;
const ROLES = [...GIVEN_ROLES, 'program'] as const;
const KINDS = ['public', 'private', 'direct'] as const;
const MEMBERSHIPS = ['member', 'invited', 'outside', 'removed', 'banned'] as const;

const named = <T extends string>(all: readonly T[], said: string | undefined): T | undefined =>
  all.find((each) => each === said);
const role = (from: Wire): Role | undefined => named<Role>(ROLES, text(from, 'role'));
const kind = (from: Wire, key: string): RoomKind | undefined => named<RoomKind>(KINDS, text(from, key));
const cut = (said: string | undefined, most: number): string => (said ?? '').slice(0, most);

/** Leaves out what is undefined, so that what was read equals what was said. */
function only<T extends object>(made: T): T {
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as T;
}

function readPerson(from: Wire): Person | undefined {
  const who = id(from, 'id');
  return who === undefined ? undefined : { id: who, name: cut(text(from, 'name'), NAME), role: role(from) ?? 'member' };
}

export function readPresence(from: Wire): Presence | undefined {
  const person = readPerson(from);
  return person && { ...person, online: flag(from, 'online') };
}

export function readFacts(from: Wire): RoomFacts | undefined {
  const room = id(from, 'id');
  const of = kind(from, 'kind');
  return room === undefined || of === undefined
    ? undefined
    : {
        id: room,
        name: cut(text(from, 'name'), NAME),
        topic: cut(text(from, 'topic'), TOPIC),
        kind: of,
        lastSeq: count(from, 'lastSeq') ?? 0,
        memberCount: count(from, 'memberCount') ?? 0,
      };
}

export function readHead(from: Wire): RoomHead | undefined {
  const facts = readFacts(from);
  return facts && only({
    ...facts,
    readSeq: count(from, 'readSeq') ?? 0,
    membership: named<Membership>(MEMBERSHIPS, text(from, 'membership')) ?? 'member',
    with: id(from, 'with'),
  });
}

export function readHello(from: Wire): Hello | undefined {
  const version = number(from, 'v');
  const host = map(from, 'host');
  const hostId = text(host, 'id');
  if (version === undefined || !hostId || hostId.length > TITLE) {
    return undefined;
  }
  const needs = map(from, 'needs');
  const key = text(from, 'key');
  const sig = text(from, 'sig');
  return only({
    version,
    hostId,
    hostName: cut(text(host, 'name'), TITLE),
    epoch: cut(text(from, 'epoch'), TITLE),
    now: number(from, 'now') ?? 0,
    needs: { passcode: flag(needs, 'passcode'), key: flag(needs, 'key') },
    proof: key !== undefined && sig !== undefined ? { key, sig } : undefined,
  });
}

/** What the chat calls itself from now on; undefined where nothing is said. */
export function readNamed(from: Wire): string | undefined {
  return cut(text(from, 'name'), TITLE).trim() || undefined;
}

export function readWelcome(from: Wire): Welcome | undefined {
  const you = readPerson(map(from, 'you'));
  const more = map(from, 'more');
  const said = number(map(from, 'limits'), 'text') ?? 0;
  return you && {
    you,
    token: cut(text(from, 'token'), 256),
    rooms: list(from, 'rooms', readHead),
    people: list(from, 'people', readPresence),
    more: { rooms: flag(more, 'rooms'), people: flag(more, 'people') },
    diverged: ids(from, 'diverged'),
    textBytes: said >= 100 && said <= LONGEST_TEXT ? said : TEXT_BYTES,
  };
}

function readPlace(from: Wire): Place | undefined {
  const seq = count(from, 'seq');
  const room = id(from, 'room');
  const own = id(from, 'id');
  const author = readPerson(map(from, 'from'));
  const at = number(from, 'at');
  return !seq || room === undefined || own === undefined || !author || at === undefined
    ? undefined
    : { seq, room, id: own, from: author, at };
}

const files = (from: Wire): string[] | undefined => (Array.isArray(from['files']) ? ids(from, 'files') : undefined);

type Read = { readonly [key: string]: unknown };

/** What each kind of entry says; undefined where something is missing. */
const PAYLOADS: Readonly<Record<string, (from: Wire) => Read | undefined>> = {
  edited: (from) => needed({ of: id(from, 'of'), text: text(from, 'text') }),
  deleted: (from) => needed({ of: id(from, 'of') }),
  erased: (from) => ({ of: id(from, 'of') }),
  reacted: (from) =>
    needed({ of: id(from, 'of'), emoji: text(from, 'emoji'), on: typeof from['on'] === 'boolean' ? from['on'] : undefined }),
  opened: (from) => {
    const read = needed({ name: text(from, 'name'), topic: text(from, 'topic') ?? '', roomKind: kind(from, 'roomKind') });
    return read && { ...read, with: id(from, 'with') };
  },
  topic: (from) => needed({ topic: text(from, 'topic') }),
  renamed: (from) => needed({ name: text(from, 'name') }),
  joined: () => ({}),
  left: () => ({}),
  closed: () => ({}),
  invited: (from) => needed({ person: id(from, 'person') }),
  unbanned: (from) => needed({ person: id(from, 'person') }),
  unmuted: (from) => needed({ person: id(from, 'person') }),
  forgotten: (from) => needed({ person: id(from, 'person') }),
  removed: (from) => needed({ person: id(from, 'person'), by: named(['kick', 'ban'], text(from, 'by')) }),
  muted: (from) => {
    const read = needed({ person: id(from, 'person') });
    return read && { ...read, until: number(from, 'until') };
  },
  role: (from) => needed({ person: id(from, 'person'), role: named<GivenRole>(GIVEN_ROLES, text(from, 'role')) }),
};

function needed(read: Read): Read | undefined {
  return Object.values(read).includes(undefined) ? undefined : read;
}

/** An entry, whether it came as a message or as what happened to one. */
export function readEntry(from: Wire): Entry | undefined {
  const place = readPlace(from);
  if (!place) {
    return undefined;
  }
  const said = text(from, 'kind');
  if (said === undefined) {
    const words = text(from, 'text');
    return words === undefined
      ? undefined
      : only<Entry>({ ...place, kind: 'posted', text: words, replyTo: id(from, 'replyTo'), files: files(from) } as Entry);
  }
  const payload = Object.hasOwn(PAYLOADS, said) ? PAYLOADS[said]!(from) : undefined;
  return payload && only({ ...place, kind: said, ...payload } as Place & Payload);
}

function readMessage(from: Wire): Message | undefined {
  const place = readPlace(from);
  const deleted = flag(from, 'deleted');
  const words = deleted ? '' : text(from, 'text');
  return place === undefined || words === undefined
    ? undefined
    : only({
        ...place,
        text: words,
        replyTo: id(from, 'replyTo'),
        files: files(from),
        edited: number(from, 'edited'),
        deleted: deleted || undefined,
        reactions: deleted ? undefined : reactions(from),
      });
}

function reactions(from: Wire): Record<string, string[]> | undefined {
  const all = Object.entries(map(from, 'reactions')).flatMap(([emoji, people]) =>
    Array.isArray(people) ? [[emoji, people.filter(fitsId)] as const] : []);
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

export const readPage = (from: Wire): Page => ({
  messages: list(from, 'messages', readMessage),
  asOf: count(from, 'asOf') ?? 0,
  more: flag(from, 'more'),
});

export const readHits = (from: Wire): { hits: Hit[]; more: boolean } => ({
  hits: list(from, 'hits', (hit) => {
    const message = readMessage(map(hit, 'message'));
    return message && { message, ranges: ranges(hit, message.text.length) };
  }),
  more: flag(from, 'more'),
});

function ranges(hit: Wire, length: number): (readonly [number, number])[] {
  const all = hit['ranges'];
  return (Array.isArray(all) ? all : []).flatMap((pair: unknown) => {
    const [start, end] = Array.isArray(pair) ? (pair as unknown[]) : [];
    return Number.isInteger(start) && Number.isInteger(end) && 0 <= (start as number)
      && (start as number) < (end as number) && (end as number) <= length
      ? [[start as number, end as number] as const]
      : [];
  });
}

/** Why the host said no; undefined where it said yes. */
export function readRefusal(answer: unknown): Refusal | undefined {
  if (!isMap(answer) || answer['ok'] === true) {
    return undefined;
  }
  const error = map(answer, 'error');
  return only({
    code: cut(text(error, 'code'), NAME) || 'refused',
    message: cut(text(error, 'message'), SENTENCE),
    retryAfterMs: count(error, 'retryAfterMs'),
  });
}

/** Where the log has it; undefined for an answer that makes no sense. */
export function readAccepted(answer: unknown): { room: string; seq: number } | undefined {
  if (!isMap(answer) || answer['ok'] !== true) {
    return undefined;
  }
  const room = id(answer, 'room');
  const seq = count(answer, 'seq');
  return room !== undefined && seq ? { room, seq } : undefined;
}
