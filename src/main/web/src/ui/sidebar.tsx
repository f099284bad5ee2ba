// Rooms, direct messages, people, and what a search has found.
import { useEffect, useState } from 'preact/hooks';
import { LOBBY, type Chat } from '../chat/chat';
import type { Room } from '../chat/room';
import type { Hit, Presence, Refusal } from '../wire/types';
import { Text } from './markdown';
import { Avatar, Count, Icon, IconButton, dayOf, timeOf } from './parts';
import { safe } from './safe';
import { texts } from './texts';

interface Props {
  chat: Chat;
  current: string;
  open: (room: string) => void;
  openDirect: (person: string) => void;
  goTo: (hit: Hit) => void;
  newRoom: () => void;
  settings: () => void;
}

export function Sidebar(props: Props) {
  const { chat } = props;
  const [query, setQuery] = useState('');
  return (
    <nav class="sidebar" aria-label={texts.rooms}>
      <header>
        <img src="icon.svg" alt="" width="32" height="32" />
        <h1 dir="auto">{safe(chat.hostName)}</h1>
        <button type="button" class="me" title={texts.settings} aria-label={texts.settings} onClick={props.settings}>
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
      <div class="lists">{query.trim() ? <Found {...props} query={query.trim()} /> : <Lists {...props} />}</div>
    </nav>
  );
}

function Lists({ chat, current, open, openDirect, newRoom }: Props) {
  const all = [...chat.rooms.values()];
  const named = all.filter((room) => room.head.kind !== 'direct')
    .sort((a, b) => Number(b.id === LOBBY) - Number(a.id === LOBBY) || chat.title(a).localeCompare(chat.title(b)));
  const inside = named.filter((room) => room.isMember);
  const invited = named.filter((room) => room.head.membership === 'invited');
  const outside = named.filter((room) => room.head.membership === 'outside');
  const directs = all.filter((room) => room.head.kind === 'direct' && room.isMember)
    .sort((a, b) => chat.title(a).localeCompare(chat.title(b)));
  const people = [...chat.people.values()].filter((each) => each.id !== chat.you?.id)
    .sort((a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name));
  const join = (room: Room) => () => void chat.do('join', { room: room.id }).then(() => open(room.id), () => {});
  return (
    <>
      <Heading title={texts.rooms}><IconButton icon="plus" label={texts.newRoom} onClick={newRoom} /></Heading>
      <ul>{inside.map((room) => <RoomLink key={room.id} chat={chat} room={room} current={current} open={open} />)}</ul>
      {invited.length > 0 && <><Heading title={texts.invitations} /><ul>{invited.map((room) => <Joinable key={room.id} chat={chat} room={room} join={join(room)} />)}</ul></>}
      {directs.length > 0 && (
        <>
          <Heading title={texts.directs} />
          <ul>{directs.map((room) => <RoomLink key={room.id} chat={chat} room={room} current={current} open={open} />)}</ul>
        </>
      )}
      {outside.length > 0 && <><Heading title={texts.otherRooms} /><ul>{outside.map((room) => <Joinable key={room.id} chat={chat} room={room} join={join(room)} />)}</ul></>}
      {people.length > 0 && (
        <>
          <Heading title={texts.people} />
          <ul>{people.slice(0, 300).map((each) => <PersonLink key={each.id} person={each} open={openDirect} />)}</ul>
        </>
      )}
    </>
  );
}

function Heading({ title, children }: { title: string; children?: preact.ComponentChildren }) {
  return <div class="heading"><h2>{title}</h2>{children}</div>;
}

export function RoomIcon({ chat, room }: { chat: Chat; room: Room }) {
  const other = room.head.kind === 'direct' ? chat.people.get(room.head.with ?? '') : undefined;
  return room.head.kind === 'direct'
    ? <Avatar name={chat.title(room)} online={other?.online ?? false} />
    : <span class="room-icon"><Icon name={room.head.kind === 'private' ? 'lock' : 'hash'} /></span>;
}

function RoomLink({ chat, room, current, open }: { chat: Chat; room: Room; current: string; open: (room: string) => void }) {
  const unread = room.id === current ? 0 : room.unread(chat.you?.id ?? '');
  const here = room.id === current;
  const preview = lastWords(chat, room);
  return (
    <li>
      <button type="button" class={`item ${here ? 'here' : ''} ${unread > 0 ? 'unread' : ''}`} aria-current={here ? 'page' : undefined} onClick={() => open(room.id)}>
        <RoomIcon chat={chat} room={room} />
        <span class="two">
          <span class="name" dir="auto">{safe(chat.title(room)) || texts.someone}</span>
          {preview && <span class="preview" dir="auto">{preview}</span>}
        </span>
        <Count of={unread} />
      </button>
    </li>
  );
}

function lastWords(chat: Chat, room: Room): string {
  for (let i = room.lines.length - 1; i >= 0 && i > room.lines.length - 20; i -= 1) {
    const message = room.lines[i]!.note ? undefined : room.fold.message(room.lines[i]!.id);
    if (message) {
      const who = message.from.id === chat.you?.id ? texts.you : message.from.name;
      const words = message.deleted ? texts.deleted : message.text.slice(0, 80).replaceAll('\n', ' ');
      return safe(room.head.kind === 'direct' && message.from.id !== chat.you?.id ? words : texts.said(who, words));
    }
  }
  return '';
}

function Joinable({ chat, room, join }: { chat: Chat; room: Room; join: () => void }) {
  return (
    <li class="joinable">
      <RoomIcon chat={chat} room={room} />
      <span class="two">
        <span class="name" dir="auto">{safe(chat.title(room))}</span>
        <span class="preview" dir="auto">{safe(room.head.topic) || texts.members(room.head.memberCount)}</span>
      </span>
      <button type="button" class="small-button" onClick={join}>{texts.joinRoom}</button>
    </li>
  );
}

function PersonLink({ person, open }: { person: Presence; open: (person: string) => void }) {
  return (
    <li>
      <button
        type="button"
        class={`item person ${person.online ? '' : 'away'}`}
        onClick={() => open(person.id)}
      >
        <Avatar name={person.name} online={person.online} />
        <span class="name" dir="auto">{safe(person.name)}</span>
        <span class="unseen">{person.online ? texts.isHere : texts.isAway}</span>
      </button>
    </li>
  );
}

type Result = { hits: Hit[]; more: boolean; why?: Refusal | undefined };

function Found({ chat, query, goTo }: Props & { query: string }) {
  const [result, setResult] = useState<Result | undefined>();
  useEffect(() => {
    let here = true;
    const timer = setTimeout(() => chat.search(query, undefined, (hits, more, why) => here && setResult({ hits, more, why })), 250);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [query]);
  if (!result) {
    return <p class="hint" role="status">{texts.searching}</p>;
  }
  if (result.why || result.hits.length === 0) {
    return <p class="hint" role="status">{result.why ? result.why.message || texts.reason[result.why.code] : texts.searchNothing}</p>;
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
                <span class="name" dir="auto">{safe(message.from.name)} <small>{room ? safe(chat.title(room)) : ''}</small></span>
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
