// The page: what is open, and where.
import { Component, type ComponentChildren } from 'preact';
import { LOBBY, type Chat } from '../chat/chat';
import type { Room } from '../chat/room';
import type { Entry, Hit, Message } from '../wire/types';
import { Composer, type About } from './composer';
import { Delete, Details, NewRoom, Settings } from './dialogs';
import { Join } from './join';
import { Count, IconButton, kept } from './parts';
import type { Does } from './row';
import { safe } from './safe';
import { RoomIcon, Sidebar } from './sidebar';
import { rowsOf, Timeline } from './timeline';
import { texts } from './texts';

const TOAST_MS = 6_000;

type Asked = { readonly what: 'settings' | 'newRoom' | 'details' } | { readonly what: 'delete'; readonly message: Message };

interface State {
  /** The room that is open; empty where a narrow page shows the rooms. */
  room: string;
  about: About | undefined;
  asked: Asked | undefined;
  target: { readonly id: string; readonly times: number } | undefined;
  toast: string;
  heard: string;
}

const LIST = 'list';
const placeOf = (hash: string): string => {
  try {
    return decodeURIComponent(hash.slice(1)) || LOBBY;
  } catch {
    return LOBBY;
  }
};

export class App extends Component<{ chat: Chat }, State> {
  override state: State = { room: placeOf(location.hash), about: undefined, asked: undefined, target: undefined, toast: '', heard: '' };
  private stop = (): void => {};
  private toastTimer: ReturnType<typeof setTimeout> | undefined;
  private heardTimer: ReturnType<typeof setTimeout> | undefined;
  private times = 0;

  override componentDidMount(): void {
    const { chat } = this.props;
    this.stop = chat.listen(() => this.setState({}));
    chat.onProblem = (_, why) => this.toast(why.message || texts.reason[why.code] || texts.notDone(''));
    chat.onMessage = (room, entry) => this.notice(room, entry);
    window.addEventListener('hashchange', this.moved);
  }

  override componentWillUnmount(): void {
    this.stop();
    window.removeEventListener('hashchange', this.moved);
  }

  private readonly moved = (): void => this.setState({ room: placeOf(location.hash), about: undefined });

  private toast(sentence: string): void {
    clearTimeout(this.toastTimer);
    this.setState({ toast: sentence });
    this.toastTimer = setTimeout(() => this.setState({ toast: '' }), TOAST_MS);
  }

  /** Said by a screen reader; and shown by the system, where that was asked for and nobody looks here. */
  private notice(room: Room, entry: Entry): void {
    const { chat } = this.props;
    const text = entry.kind === 'posted' ? entry.text : '';
    const said = texts.said(safe(entry.from.name), safe(text.slice(0, 200)));
    if (room.id === this.state.room) {
      clearTimeout(this.heardTimer);
      this.setState({ heard: said });
      this.heardTimer = setTimeout(() => this.setState({ heard: '' }), TOAST_MS);
    }
    const meant = room.head.kind === 'direct' || text.toLowerCase().includes(`@${(chat.you?.name ?? '').toLowerCase()}`);
    if (meant && kept.get('notify') === 'yes' && document.hidden && window.isSecureContext) {
      const shown = new Notification(chat.title(room), { body: said, tag: room.id, icon: 'icon-256.png' });
      shown.onclick = () => {
        window.focus();
        this.open(room.id);
      };
    }
  }

  private readonly open = (room: string): void => {
    location.hash = room === LIST ? LIST : encodeURIComponent(room);
  };

  private readonly openDirect = (person: string): void => {
    const { chat } = this.props;
    this.setState({ asked: undefined });
    const known = [...chat.rooms.values()].find((room) => room.head.kind === 'direct' && room.head.with === person);
    if (known) {
      this.open(known.id);
    } else {
      void chat.do('open', { with: person }).then(({ room }) => this.open(room), () => {});
    }
  };

  private readonly does: Does = {
    reply: (message) => this.setState({ about: { what: 'reply', message } }),
    edit: (message) => this.setState({ about: { what: 'edit', message } }),
    remove: (message) => this.setState({ asked: { what: 'delete', message } }),
    react: (message, emoji, on) => void this.props.chat.do('react', { room: message.room, of: message.id, emoji, on }).catch(() => {}),
    retry: (id) => this.props.chat.outbox.retry(id),
    discard: (id) => this.props.chat.outbox.discard(id),
    goTo: (id) => this.goTo(this.state.room, id, undefined),
  };

  private goTo(roomId: string, id: string, seq: number | undefined): void {
    const { chat } = this.props;
    const room = chat.rooms.get(roomId);
    if (!room) {
      return;
    }
    if (room.lines.some((line) => line.id === id)) {
      chat.latest(room);
      this.setState({ target: { id, times: (this.times += 1) } });
    } else if (seq !== undefined) {
      chat.around(room, seq, id);
    } else {
      chat.older(room);
    }
    if (roomId !== this.state.room) {
      this.open(roomId);
    }
  }

  private lastOwn(room: Room): Message | undefined {
    const { chat } = this.props;
    return rowsOf(chat, room).findLast((row) => row.message?.from.id === chat.you?.id && !row.item && !row.message?.deleted)?.message;
  }

  override render({ chat }: { chat: Chat }, { room: id, asked, toast, heard }: State): ComponentChildren {
    if (!chat.you || chat.state.is === 'asking' || chat.state.is === 'refused') {
      document.title = chat.hostName || 'Hearth';
      return <Join chat={chat} />;
    }
    const list = id === LIST;
    const room = list ? undefined : chat.rooms.get(id) ?? chat.rooms.get(LOBBY);
    const unread = [...chat.rooms.values()].reduce((sum, each) => sum + each.unread(chat.you!.id), 0);
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${room ? `${chat.title(room)} · ` : ''}${chat.hostName}`;
    const close = (): void => this.setState({ asked: undefined });
    return (
      <main class={`app ${list ? 'at-list' : 'at-room'}`}>
        <Sidebar
          chat={chat}
          current={room?.id ?? ''}
          open={this.open}
          openDirect={this.openDirect}
          goTo={({ message }: Hit) => this.goTo(message.room, message.id, message.seq)}
          newRoom={() => this.setState({ asked: { what: 'newRoom' } })}
          settings={() => this.setState({ asked: { what: 'settings' } })}
        />
        {room ? this.renderRoom(chat, room, unread) : <div class="room" />}
        {asked?.what === 'settings' && <Settings chat={chat} onClose={close} />}
        {asked?.what === 'newRoom' && <NewRoom chat={chat} onClose={close} open={this.open} />}
        {asked?.what === 'details' && room && (
          <Details chat={chat} room={room} onClose={close} openDirect={this.openDirect} left={() => { close(); this.open(LOBBY); }} />
        )}
        {asked?.what === 'delete' && <Delete chat={chat} message={asked.message} onClose={close} />}
        {toast && <p class="toast" role="alert">{toast}</p>}
        <p class="unseen" role="status" aria-live="polite">{heard}</p>
      </main>
    );
  }

  private renderRoom(chat: Chat, room: Room, unread: number): ComponentChildren {
    const typists = chat.typists(room.id).map((each) => safe(chat.personName(each) ?? texts.someone));
    const here = [...chat.people.values()].filter((each) => each.online).length;
    const others = unread - room.unread(chat.you!.id);
    return (
      <section class="room" key={room.id} aria-label={safe(chat.title(room))}>
        <header>
          <IconButton icon="back" label={texts.back} class="back" onClick={() => this.open(LIST)} />
          <Count of={others} class="elsewhere" />
          <RoomIcon chat={chat} room={room} />
          <div class="two">
            <h1 dir="auto">{safe(chat.title(room))}</h1>
            <p role="status" dir="auto">
              {typists.length > 0 ? texts.typing(typists) : safe(room.head.topic) || (room.id === LOBBY ? texts.here(here) : room.head.kind === 'direct' ? '' : texts.members(room.head.memberCount))}
            </p>
          </div>
          <IconButton icon="info" label={texts.details} onClick={() => this.setState({ asked: { what: 'details' } })} />
        </header>
        <Connection chat={chat} />
        <Timeline chat={chat} room={room} does={this.does} target={this.state.target} />
        <Composer chat={chat} room={room} about={this.state.about} setAbout={(about) => this.setState({ about })} lastOwn={() => this.lastOwn(room)} />
      </section>
    );
  }
}

function Connection({ chat }: { chat: Chat }) {
  const { state } = chat;
  if (state.is === 'online') {
    return null;
  }
  return (
    <div class="connection" role="status">
      <span>{state.is === 'offline' ? (state.ended ? texts.ended : texts.offline) : texts.entering}</span>
      {state.is === 'offline' && <button type="button" class="small-button" onClick={() => chat.tryNow()}>{texts.tryNow}</button>}
    </div>
  );
}

