// A room on screen: what it is, its messages, and where they are written.
import { useCallback, useEffect, useReducer } from 'preact/hooks';
import { LOBBY, type Chat } from '../chat/chat';
import type { Room } from '../chat/room';
import type { Message } from '../wire/types';
import { Composer, type About } from './composer';
import { nameById, titleOf } from './names';
import { Count, IconButton } from './parts';
import type { RowActions } from './row';
import { Rows } from './rows';
import { safeLine } from './safe';
import { RoomIcon } from './sidebar';
import { counted, fill, texts } from './texts';
import { Timeline, type Target } from './timeline';
import { memo, useTopics } from './watch';

const SECOND_MS = 1_000;

export interface RoomActions extends RowActions {
  setAbout(about: About | undefined): void;
  showList(): void;
  showDetails(): void;
}

interface Props {
  chat: Chat;
  room: Room;
  about: About | undefined;
  target: Target | undefined;
  actions: RoomActions;
}

export const RoomView = memo(({ chat, room, about, target, actions }: Props) => {
  const lastOwn = useCallback(() => lastOwnMessage(chat, room), [chat, room]);
  return (
    <section class="room" aria-label={titleOf(chat, room)}>
      <Header chat={chat} room={room} actions={actions} />
      <Connection chat={chat} />
      <Timeline chat={chat} room={room} actions={actions} target={target} />
      <Composer chat={chat} room={room} about={about} setAbout={actions.setAbout} lastOwn={lastOwn} />
    </section>
  );
});

function lastOwnMessage(chat: Chat, room: Room): Message | undefined {
  const rows = new Rows(chat, room);
  return rows.at(rows.lastIndex(({ message, item }) => message?.from.id === chat.you?.id && !item && !message?.deleted))?.message;
}

const Header = memo(({ chat, room, actions }: Pick<Props, 'chat' | 'room' | 'actions'>) => {
  useTopics(chat, `room ${room.id}`, `typing ${room.id}`, 'people');
  return (
    <header>
      <IconButton icon="back" label={texts.back} class="back" onClick={actions.showList} />
      <Elsewhere chat={chat} room={room} />
      <RoomIcon chat={chat} room={room} />
      <div class="two">
        <h1 dir="auto">{titleOf(chat, room)}</h1>
        <p role="status" dir="auto">{subtitle(chat, room)}</p>
      </div>
      <IconButton icon="info" label={texts.details} onClick={actions.showDetails} />
    </header>
  );
});

function subtitle(chat: Chat, room: Room): string {
  const typists = chat.typists(room.id).map((each) => nameById(chat, each));
  if (typists.length > 0) {
    return typing(typists);
  }
  const { topic, kind, memberCount } = room.head;
  if (topic) {
    return safeLine(topic);
  }
  return room.id === LOBBY ? counted(texts.here, [...chat.people.values()].filter((each) => each.online).length)
    : kind === 'direct' ? '' : counted(texts.members, memberCount);
}

function typing(names: readonly string[]): string {
  return names.length > 2 ? counted(texts.typingMany, names.length)
    : fill(names.length === 2 ? texts.typingTwo : texts.typingOne, ...names);
}

/** What is unread in other rooms, where their list is out of sight. */
function Elsewhere({ chat, room }: Pick<Props, 'chat' | 'room'>) {
  useTopics(chat, 'activity');
  const you = chat.you?.id ?? '';
  return <Count of={[...chat.rooms.values()].reduce((sum, each) => sum + (each === room ? 0 : each.unread(you)), 0)} class="elsewhere" />;
}

const Connection = memo(({ chat }: Pick<Props, 'chat'>) => {
  useTopics(chat, 'entrance');
  const { state } = chat;
  if (state.is === 'online') {
    return null;
  }
  return (
    <div class="connection" role="status">
      {state.is === 'waiting' ? <Wait until={state.until} />
        : <span>{state.is === 'offline' ? (state.ended ? texts.ended : state.why ? safeLine(state.why) : texts.offline) : texts.connecting}</span>}
      {state.is === 'offline' && <button type="button" class="small-button" onClick={() => chat.tryNow()}>{texts.tryNow}</button>}
    </div>
  );
});

/** How long the host does not want to be asked. */
export function Wait({ until }: { until: number }) {
  const [, tick] = useReducer<number, void>((times) => times + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => tick(), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return <span>{counted(texts.waiting, Math.max(1, Math.ceil((until - Date.now()) / SECOND_MS)))}</span>;
}
