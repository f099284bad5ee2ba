// Rooms, direct messages, people, and what a search has found.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LOBBY, type Chat } from '../chat/chat';
import type { Room } from '../chat/room';
import type { Hit, Message, Presence, Refusal } from '../wire/types';
import { dayOf, shortTimeOf, timeOf } from './dates';
import { Text } from './markdown';
import { nameOf, titleOf } from './names';
import { Avatar, Count, Icon, IconButton, toldAlready } from './parts';
import { reasonOf } from './reasons';
import { safeLine } from './safe';
import { counted, fill, locale, texts } from './texts';
import { memo, useTopics } from './watch';

const SEARCH_AFTER_MS = 250;
const PREVIEW = 80;
const LOOKED_AT = 20;
/** More are found by their name. */
const MOST_PEOPLE = 300;

export interface SidebarActions {
  open(room: string): void;
  openDirect(person: string): void;
  goTo(hit: Hit): void;
  newRoom(): void;
  settings(): void;
}

interface Props {
  chat: Chat;
  /** The room that is open. */
  current: string;
  actions: SidebarActions;
}

export const Sidebar = memo((props: Props) => {
  const { chat, actions } = props;
  const [query, setQuery] = useState('');
  useTopics(chat, 'entrance');
  return (
    <nav class="sidebar" aria-label={texts.rooms}>
      <header>
        <img src="icon.svg" alt="" width="32" height="32" />
        <h1 dir="auto">{safeLine(chat.hostName)}</h1>
        <button type="button" class="me" title={texts.settings} aria-label={texts.settings} onClick={actions.settings}>
          <Avatar name={chat.you?.name ?? ''} />
        </button>
      </header>
      <div class="search">
        <Icon name="search" />
        <input
          type="search"
          value={query}
          placeholder={texts.searchPrompt}
          aria-label={texts.searchPrompt}
          dir="auto"
          maxLength={200}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <div class="lists">
        {query.trim() ? <Found chat={chat} query={query.trim()} goTo={actions.goTo} /> : <><RoomLists {...props} /><People chat={chat} open={actions.openDirect} /></>}
      </div>
    </nav>
  );
});

const RoomLists = memo(({ chat, current, actions }: Props) => {
  useTopics(chat, 'rooms', 'people');
  const all = [...chat.rooms.values()].map((room) => ({ room, title: titleOf(chat, room) }))
    .sort((a, b) => Number(b.room.id === LOBBY) - Number(a.room.id === LOBBY) || a.title.localeCompare(b.title, locale))
    .map(({ room }) => room);
  const named = all.filter((room) => room.head.kind !== 'direct');
  const links = (rooms: Room[]): ComponentChildren => (
    <ul>{rooms.map((room) => <RoomLink key={room.id} chat={chat} room={room} here={room.id === current} open={actions.open} />)}</ul>
  );
  const joinables = (rooms: Room[]): ComponentChildren => (
    <ul>{rooms.map((room) => <Joinable key={room.id} chat={chat} room={room} open={actions.open} />)}</ul>
  );
  const invited = named.filter((room) => room.head.membership === 'invited');
  const outside = named.filter((room) => room.head.membership === 'outside');
  const directs = all.filter((room) => room.head.kind === 'direct' && room.isMember);
  return (
    <>
      <Heading title={texts.rooms}><IconButton icon="plus" label={texts.newRoom} onClick={actions.newRoom} /></Heading>
      {links(named.filter((room) => room.isMember))}
      {invited.length > 0 && <><Heading title={texts.invitations} />{joinables(invited)}</>}
      {directs.length > 0 && <><Heading title={texts.directs} />{links(directs)}</>}
      {outside.length > 0 && <><Heading title={texts.otherRooms} />{joinables(outside)}</>}
    </>
  );
});

const People = memo(({ chat, open }: { chat: Chat; open: (person: string) => void }) => {
  useTopics(chat, 'people');
  const people = [...chat.people.values()].filter((each) => each.id !== chat.you?.id)
    .sort((a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name, locale));
  return people.length === 0 ? null : (
    <>
      <Heading title={texts.people} />
      <ul>{people.slice(0, MOST_PEOPLE).map((each) => <PersonLink key={each.id} person={each} open={open} />)}</ul>
    </>
  );
});

function Heading({ title, children }: { title: string; children?: ComponentChildren }) {
  return <div class="heading"><h2>{title}</h2>{children}</div>;
}

export function RoomIcon({ chat, room }: { chat: Chat; room: Room }) {
  const other = room.head.kind === 'direct' ? chat.people.get(room.head.with ?? '') : undefined;
  return room.head.kind === 'direct'
    ? <Avatar name={titleOf(chat, room)} online={other?.online ?? false} />
    : <span class="room-icon"><Icon name={room.head.kind === 'private' ? 'lock' : 'hash'} /></span>;
}

const RoomLink = memo(({ chat, room, here, open }: { chat: Chat; room: Room; here: boolean; open: (room: string) => void }) => {
  useTopics(chat, `room ${room.id}`, ...(room.head.kind === 'direct' ? ['people' as const] : []));
  const unread = here ? 0 : room.unread(chat.you?.id ?? '');
  const last = lastMessage(room);
  return (
    <li>
      <button type="button" class={`item ${here ? 'here' : ''} ${unread > 0 ? 'unread' : ''}`} aria-current={here ? 'page' : undefined} onClick={() => open(room.id)}>
        <RoomIcon chat={chat} room={room} />
        <span class="two">
          <span class="first-line">
            <span class="name" dir="auto">{titleOf(chat, room)}</span>
            {last && <time dateTime={new Date(last.at).toISOString()}>{shortTimeOf(last.at)}</time>}
          </span>
          <span class="second-line">
            <span class="preview" dir="auto">{last ? previewOf(chat, room, last) : safeLine(room.head.topic)}</span>
            <Count of={unread} />
          </span>
        </span>
      </button>
    </li>
  );
});

/** The last message of a room, where it is among the last of what happened there. */
function lastMessage(room: Room): Message | undefined {
  const line = room.lines.slice(-LOOKED_AT).findLast((each) => !each.note);
  return line && room.fold.message(line.id);
}

function previewOf(chat: Chat, room: Room, message: Message): string {
  const own = message.from.id === chat.you?.id;
  const words = message.deleted ? texts.deleted : safeLine(message.text.slice(0, PREVIEW));
  return room.head.kind === 'direct' && !own ? words : fill(texts.said, own ? texts.you : nameOf(message.from), words);
}

const Joinable = memo(({ chat, room, open }: { chat: Chat; room: Room; open: (room: string) => void }) => {
  useTopics(chat, `room ${room.id}`);
  const join = (): void => void chat.do('join', { room: room.id }).then(() => open(room.id), toldAlready);
  return (
    <li class="joinable">
      <RoomIcon chat={chat} room={room} />
      <span class="two">
        <span class="name" dir="auto">{titleOf(chat, room)}</span>
        <span class="preview" dir="auto">{safeLine(room.head.topic) || counted(texts.members, room.head.memberCount)}</span>
      </span>
      <button type="button" class="small-button" onClick={join}>{texts.joinRoom}</button>
    </li>
  );
});

const PersonLink = memo(({ person, open }: { person: Presence; open: (person: string) => void }) => (
  <li>
    <button type="button" class={`item person ${person.online ? '' : 'away'}`} onClick={() => open(person.id)}>
      <Avatar name={person.name} online={person.online} />
      <span class="name" dir="auto">{nameOf(person)}</span>
      <span class="unseen">{person.online ? texts.isHere : texts.isAway}</span>
    </button>
  </li>
));

type Result = { hits: Hit[]; more: boolean; why?: Refusal | undefined };

function Found({ chat, query, goTo }: { chat: Chat; query: string; goTo: (hit: Hit) => void }) {
  const [result, setResult] = useState<Result | undefined>();
  useEffect(() => {
    let here = true;
    const timer = setTimeout(() => chat.questions.search(query, (hits, more, why) => here && setResult({ hits, more, why })), SEARCH_AFTER_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [query]);
  if (!result) {
    return <p class="hint" role="status">{texts.searching}</p>;
  }
  if (result.why || result.hits.length === 0) {
    return <p class="hint" role="status">{result.why ? reasonOf(result.why) : texts.searchNothing}</p>;
  }
  return (
    <ul>
      {result.hits.map((hit) => {
        const { message, ranges } = hit;
        const room = chat.rooms.get(message.room);
        return (
          <li key={`${message.room} ${message.id}`}>
            <button type="button" class="item hit" onClick={() => goTo(hit)}>
              <span class="two">
                <span class="name" dir="auto">{nameOf(message.from)} <small>{room ? titleOf(chat, room) : ''}</small></span>
                <Text text={message.text} ranges={ranges} />
                <small>{dayOf(message.at)} {timeOf(message.at)}</small>
              </span>
            </button>
          </li>
        );
      })}
      {result.more && <li class="hint">{texts.searchMore}</li>}
    </ul>
  );
}
