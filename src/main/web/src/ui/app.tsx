// The page: what is open, and where.
import { Component, type ComponentChildren } from 'preact';
import { LOBBY, type Chat } from '../chat/chat';
import { calls } from '../chat/mentions';
import type { Room } from '../chat/room';
import type { Entry, Hit, Message } from '../wire/types';
import type { About } from './composer';
import { Delete, Details, NewRoom, Settings } from './dialogs';
import { EmojiDialog } from './emoji/dialog';
import { Join } from './join';
import { kept } from './kept';
import { nameOf, titleOf } from './names';
import { notify } from './notices';
import { toldAlready } from './parts';
import { reasonOf } from './reasons';
import { RoomView, type RoomActions } from './room';
import { safeLine } from './safe';
import { Sidebar, type SidebarActions } from './sidebar';
import { fill, language, number, texts } from './texts';
import type { Target } from './timeline';
import { useTopics } from './watch';

const TOAST_MS = 6_000;
const SAID_CHARACTERS = 200;

type Asked = { readonly what: 'settings' | 'newRoom' | 'details' } | { readonly what: 'delete' | 'reaction'; readonly message: Message };

interface State {
  /** The room that is open; `list` where a narrow page shows the rooms. */
  room: string;
  about: About | undefined;
  asked: Asked | undefined;
  target: Target | undefined;
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
  private stops: (() => void)[] = [];
  private toastTimer: ReturnType<typeof setTimeout> | undefined;
  private heardTimer: ReturnType<typeof setTimeout> | undefined;
  private times = 0;
  private kept = true;

  override componentDidMount(): void {
    const { chat } = this.props;
    this.kept = chat.keeps;
    this.stops = [chat.listen('entrance', this.entranceChanged), chat.listen('rooms', this.again)];
    chat.notices = {
      problem: (_, why) => this.toast(reasonOf(why)),
      message: (room, entry) => this.notice(room, entry),
      otherChat: () => location.reload(),
    };
    window.addEventListener('hashchange', this.moved);
  }

  override componentWillUnmount(): void {
    this.stops.forEach((stop) => stop());
    window.removeEventListener('hashchange', this.moved);
  }

  private readonly again = (): void => this.setState({});

  private readonly entranceChanged = (): void => {
    if (this.kept && !this.props.chat.keeps) {
      this.toast(texts.notKeptAnyMore);
    }
    this.kept = this.props.chat.keeps;
    this.again();
  };

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
    const said = fill(texts.said, nameOf(entry.from), safeLine(text.slice(0, SAID_CHARACTERS)));
    if (room.id === this.state.room) {
      clearTimeout(this.heardTimer);
      this.setState({ heard: said });
      this.heardTimer = setTimeout(() => this.setState({ heard: '' }), TOAST_MS);
    }
    const meant = room.head.kind === 'direct' || calls(text, entry.from, chat.you?.name ?? '');
    if (meant && kept.get('notify') === 'yes' && document.hidden && window.isSecureContext) {
      void this.notifyOf(room, said);
    }
  }

  private async notifyOf(room: Room, said: string): Promise<void> {
    const title = titleOf(this.props.chat, room);
    const shown = await notify(title, { body: said, tag: room.id, icon: 'icon-256.png' }, () => {
      window.focus();
      this.open(room.id);
    });
    if (!shown) {
      kept.set('notify', '');
      this.toast(texts.notificationsUnsupported);
    }
  }

  private readonly open = (room: string): void => {
    location.hash = room === LIST ? LIST : encodeURIComponent(room);
  };

  private readonly openDirect = (person: string): void => {
    const { chat } = this.props;
    this.close();
    const known = [...chat.rooms.values()].find((room) => room.head.kind === 'direct' && room.head.with === person);
    if (known) {
      this.open(known.id);
    } else {
      void chat.do('open', { with: person }).then(({ room }) => this.open(room), toldAlready);
    }
  };

  private readonly close = (): void => this.setState({ asked: undefined });

  /** Another language: an edit would lose what is written, so it ends. */
  private readonly spoken = (came: boolean): void => {
    if (came) {
      this.setState({ about: undefined });
    } else {
      this.toast(texts.languageFailed);
    }
  };

  private readonly leaveRoom = (): void => {
    this.close();
    this.open(LOBBY);
  };

  private readonly sidebar: SidebarActions = {
    open: this.open,
    openDirect: this.openDirect,
    goTo: ({ message }: Hit) => this.goTo(message.room, message.id, message.seq),
    newRoom: () => this.setState({ asked: { what: 'newRoom' } }),
    settings: () => this.setState({ asked: { what: 'settings' } }),
  };

  private readonly actions: RoomActions = {
    reply: (message) => this.setState({ about: { what: 'reply', message } }),
    edit: (message) => this.setState({ about: { what: 'edit', message } }),
    remove: (message) => this.setState({ asked: { what: 'delete', message } }),
    react: (message, emoji, on) => void this.props.chat.do('react', { room: message.room, of: message.id, emoji, on }).catch(toldAlready),
    pickReaction: (message) => this.setState({ asked: { what: 'reaction', message } }),
    retry: (id) => this.props.chat.outbox.retry(id),
    discard: (id) => this.props.chat.outbox.discard(id),
    goTo: (id) => this.goTo(this.state.room, id, undefined),
    setAbout: (about) => this.setState({ about }),
    showList: () => this.open(LIST),
    showDetails: () => this.setState({ asked: { what: 'details' } }),
  };

  /** @param seq its place in the log, where that is known */
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

  override render({ chat }: { chat: Chat }, { room: id, about, target, toast, heard }: State): ComponentChildren {
    const outside = !chat.you || chat.state.is === 'asking' || chat.state.is === 'refused';
    const list = id === LIST;
    const room = list || outside ? undefined : chat.rooms.get(id) ?? chat.rooms.get(LOBBY);
    return (
      <>
        <Title chat={chat} room={room} />
        {outside ? <Join chat={chat} /> : (
          <main class={`app ${list ? 'at-list' : 'at-room'}`}>
            <Sidebar key={language} chat={chat} current={room?.id ?? ''} actions={this.sidebar} />
            {room
              ? <RoomView key={`${language} ${room.id}`} chat={chat} room={room} about={about} target={target} actions={this.actions} />
              : <div class="room" />}
            {this.renderDialog(chat, room)}
            <p class="unseen" role="status" aria-live="polite">{heard}</p>
          </main>
        )}
        {toast && <p class="toast" role="alert">{toast}</p>}
      </>
    );
  }

  private renderDialog(chat: Chat, room: Room | undefined): ComponentChildren {
    const { asked } = this.state;
    switch (asked?.what) {
      case 'settings':
        return <Settings chat={chat} onClose={this.close} spoken={this.spoken} />;
      case 'newRoom':
        return <NewRoom chat={chat} onClose={this.close} open={this.open} />;
      case 'details':
        return room && <Details chat={chat} room={room} onClose={this.close} openDirect={this.openDirect} left={this.leaveRoom} />;
      case 'reaction':
        return <EmojiDialog onPick={(emoji) => this.actions.react(asked.message, emoji, true)} onClose={this.close} />;
      case 'delete':
        return <Delete chat={chat} message={asked.message} onClose={this.close} />;
      default:
        return null;
    }
  }
}

/** The title of the window, with what is unread. */
function Title({ chat, room }: { chat: Chat; room: Room | undefined }) {
  useTopics(chat, 'entrance', 'activity', 'people');
  const you = chat.you?.id;
  const unread = you === undefined ? 0 : [...chat.rooms.values()].reduce((sum, each) => sum + each.unread(you), 0);
  const host = safeLine(chat.hostName) || 'Hearth';
  document.title = `${unread > 0 ? `(${number(unread)}) ` : ''}${room ? `${titleOf(chat, room)} · ` : ''}${host}`;
  return null;
}
