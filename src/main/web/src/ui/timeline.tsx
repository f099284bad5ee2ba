// The messages of a room. Only a part of them is in the document: what is seen, and some before and after it.
import { Component, createRef, type ComponentChildren } from 'preact';
import type { Chat } from '../chat/chat';
import type { Room } from '../chat/room';
import { titleOf } from './names';
import { Icon } from './parts';
import { TimelineRow, type RowActions } from './row';
import { Rows, type Row } from './rows';
import { counted, fill, texts } from './texts';

const GROUP_MS = 5 * 60_000;
const MOST_ROWS = 140;
const STEP = 50;
const NEAR = 700;
const AT_END = 40;

/** The message to show, and how often that was asked for. */
export interface Target {
  readonly id: string;
  readonly times: number;
}

interface Props {
  chat: Chat;
  room: Room;
  actions: RowActions;
  target: Target | undefined;
}

interface State {
  start: number;
  end: number;
  active: string;
  found: string;
}

/** Where a row was on the screen, so that it stays there. */
interface Anchor {
  readonly id: string;
  readonly top: number;
}

const NOTHING_FRESH = { first: -1, count: 0 };

export class Timeline extends Component<Props, State> {
  override state: State = { start: 0, end: 0, active: '', found: '' };
  private readonly box = createRef<HTMLDivElement>();
  private rows = new Rows(this.props.chat, this.props.room);
  private firstId = '';
  private follow = true;
  /** How high everything was when its end was shown: only what grew is followed, for a pointer that moves is no reason to scroll. */
  private height = -1;
  private freshFrom: number | undefined;
  private anchor: Anchor | undefined;
  private wanted = '';
  private times = 0;
  private resized: ResizeObserver | undefined;
  private stop = (): void => {};
  private excerpt: Room['excerpt'];

  override componentDidMount(): void {
    const { chat, room } = this.props;
    this.stop = chat.listen(`room ${room.id}`, () => this.setState({}));
    this.begin();
    this.resized = new ResizeObserver(() => this.follow && this.toEnd());
    this.resized.observe(this.box.current!);
    document.addEventListener('visibilitychange', this.markRead);
    window.addEventListener('focus', this.markRead);
    window.addEventListener('blur', this.left);
  }

  override componentWillUnmount(): void {
    this.stop();
    this.resized?.disconnect();
    document.removeEventListener('visibilitychange', this.markRead);
    window.removeEventListener('focus', this.markRead);
    window.removeEventListener('blur', this.left);
  }

  /** At the first message that was not read, where that is not in sight anyway. */
  private begin(): void {
    const { room, chat } = this.props;
    const { readSeq } = room.head;
    this.freshFrom = room.unread(chat.you?.id ?? '') > 0 ? readSeq : undefined;
    this.setState({ start: Math.max(0, this.rows.length - MOST_ROWS / 2), end: this.rows.length });
  }

  /** While somebody is elsewhere, what comes is new to them. */
  private readonly left = (): void => {
    const { room } = this.props;
    this.freshFrom = room.unread(this.props.chat.you?.id ?? '') > 0 ? room.head.readSeq : room.feed.cursor;
  };

  private readonly markRead = (): void => {
    const { chat, room } = this.props;
    if (this.follow && !room.excerpt && document.visibilityState === 'visible' && document.hasFocus()) {
      chat.read(room);
    }
  };

  /** Rows that came before the first shift the part that is shown. */
  private takeRows(): { start: number; end: number } {
    const { chat, room, target } = this.props;
    const before = this.rows.length;
    this.rows = new Rows(chat, room);
    let { start, end } = this.state;
    const shift = this.firstId ? this.rows.indexOf(this.firstId) : -1;
    if (this.excerpt !== room.excerpt || (before > 0 && shift < 0)) {
      this.excerpt = room.excerpt;
      this.follow = !room.excerpt;
      this.height = -1;
      start = Math.max(0, this.rows.length - MOST_ROWS / 2);
      end = this.rows.length;
      this.wanted = room.excerpt?.at ?? '';
    } else if (shift > 0) {
      start += shift;
      end += shift;
    }
    const grew = this.rows.length - before - Math.max(0, shift);
    if (this.follow || (end >= this.rows.length - grew && end - start < MOST_ROWS)) {
      end = this.rows.length;
    }
    if (this.follow) {
      start = Math.max(Math.min(start, end - STEP), end - MOST_ROWS, 0);
    }
    if (target && target.times !== this.times) {
      this.times = target.times;
      this.wanted = target.id;
    }
    if (this.wanted) {
      const at = this.rows.indexOf(this.wanted);
      if (at >= 0) {
        this.follow = false;
        start = Math.max(0, at - MOST_ROWS / 2);
        end = Math.min(this.rows.length, start + MOST_ROWS);
      }
    }
    this.firstId = this.rows.firstId;
    end = Math.min(end, this.rows.length);
    return { start: Math.max(0, Math.min(start, end)), end };
  }

  /** The first row in sight. */
  private findAnchor(): Anchor | undefined {
    const box = this.box.current;
    const top = box?.getBoundingClientRect().top ?? 0;
    for (const each of box?.querySelectorAll<HTMLElement>('[data-id]') ?? []) {
      const place = each.getBoundingClientRect();
      if (place.bottom > top) {
        return { id: each.dataset['id']!, top: place.top };
      }
    }
    return undefined;
  }

  override getSnapshotBeforeUpdate(): null {
    this.anchor = this.follow ? undefined : this.findAnchor();
    return null;
  }

  override componentDidUpdate(): void {
    const box = this.box.current!;
    const wanted = this.wanted && box.querySelector<HTMLElement>(`[data-id="${CSS.escape(this.wanted)}"]`);
    if (wanted) {
      wanted.scrollIntoView({ block: 'center' });
      this.setState({ found: this.wanted });
      this.wanted = '';
    } else if (this.follow) {
      if (box.scrollHeight !== this.height) {
        this.toEnd();
      }
    } else if (this.anchor) {
      const same = box.querySelector<HTMLElement>(`[data-id="${CSS.escape(this.anchor.id)}"]`);
      if (same) {
        box.scrollTop += same.getBoundingClientRect().top - this.anchor.top;
      }
    }
    this.fillSight();
    this.markRead();
  }

  private toEnd(): void {
    const box = this.box.current!;
    box.scrollTop = box.scrollHeight;
    this.height = box.scrollHeight;
  }

  private readonly onScroll = (): void => {
    const box = this.box.current!;
    const { end } = this.view;
    this.follow = end === this.rows.length && box.scrollHeight - box.scrollTop - box.clientHeight < AT_END && !this.props.room.excerpt;
    this.fillSight();
    this.markRead();
  };

  /** Brings rows into the document that come into sight soon, and asks for older ones. */
  private fillSight(): void {
    const box = this.box.current!;
    const { start, end } = this.view;
    const { chat, room } = this.props;
    if (box.scrollTop < NEAR && start > 0) {
      const from = Math.max(0, start - STEP);
      this.setState({ start: from, end: this.follow ? end : Math.min(end, Math.max(from + MOST_ROWS, end - STEP)) });
    } else if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR && end < this.rows.length) {
      const to = Math.min(this.rows.length, end + STEP);
      this.setState({ start: Math.max(start, Math.min(to - MOST_ROWS, start + STEP)), end: to });
    } else if (box.scrollTop < NEAR && !room.excerpt && room.hasOlder && chat.state.is === 'online') {
      chat.older(room);
    }
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step !== 0 && event.target === this.box.current) {
      const all = [...this.box.current!.querySelectorAll<HTMLElement>('.message')];
      const at = all.findIndex((each) => each.dataset['id'] === this.state.active);
      const next = all[at < 0 ? all.length - 1 : Math.min(all.length - 1, Math.max(0, at + step))];
      if (next) {
        event.preventDefault();
        next.scrollIntoView({ block: 'nearest' });
        this.setState({ active: next.dataset['id']! });
      }
    }
  };

  private readonly activate = (event: Event): void => {
    if (!(event.target as Element).isConnected) {
      return; // what was pressed is gone already
    }
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'] ?? '';
    if (id !== this.state.active) {
      this.setState({ active: id });
    }
  };

  private readonly jump = (): void => {
    const { chat, room } = this.props;
    this.follow = true;
    this.height = -1;
    chat.latest(room);
    this.setState({ start: Math.max(0, this.rows.length - MOST_ROWS / 2), end: this.rows.length, found: '' });
  };

  private view = { start: 0, end: 0 };

  override render({ chat, room, actions }: Props, { active, found }: State): ComponentChildren {
    this.view = this.takeRows();
    this.state.start = this.view.start;
    this.state.end = this.view.end;
    const { start, end } = this.view;
    const you = chat.you?.id ?? '';
    const { first: fresh, count: waiting } = this.freshFrom === undefined ? NOTHING_FRESH
      : this.rows.fresh(this.freshFrom, room.head.readSeq, you);
    return (
      <div class="timeline">
        <div
          class="scroller"
          ref={this.box}
          tabIndex={0}
          role="region"
          aria-label={texts.messages}
          onScroll={this.onScroll}
          onKeyDown={this.onKeyDown}
          onPointerOver={(event) => event.pointerType === 'mouse' && this.activate(event)}
          onPointerLeave={(event) => event.pointerType === 'mouse' && this.setState({ active: '' })}
          onClick={this.activate}
        >
          {this.rows.length === 0 && room.feed.started && (
            <div class="empty"><b>{texts.empty}</b><p>{room.head.kind === 'direct' ? texts.emptyDirect : texts.emptyAbout}</p></div>
          )}
          {room.older !== 'ready' && <p class="hint" role="status">{room.older === 'loading' ? texts.olderLoading : texts.olderRefused}</p>}
          {start === 0 && !room.hasOlder && !room.excerpt && this.rows.length > 0 && <p class="hint">{fill(texts.beginning, titleOf(chat, room))}</p>}
          <ol>
            {this.rows.slice(start, end).map((row, i) => {
              const before = this.rows.at(start + i - 1);
              const day = !before || new Date(before.at).toDateString() !== new Date(row.at).toDateString();
              const isFresh = start + i === fresh;
              return (
                <TimelineRow
                  key={row.id}
                  chat={chat}
                  room={room}
                  row={row}
                  quoted={row.message?.replyTo ? room.fold.message(row.message.replyTo) : undefined}
                  day={day}
                  fresh={isFresh}
                  first={day || isFresh || !goesOn(before, row)}
                  active={row.id === active}
                  found={row.id === found}
                  seen={row.message?.from.id === you && row.seq > 0 ? room.seenBy(row.seq) : 0}
                  busy={row.message && !row.item ? chat.outbox.about(row.id).length : 0}
                  actions={actions}
                />
              );
            })}
          </ol>
        </div>
        {(!this.follow || room.excerpt) && this.rows.length > 0 && (
          <button type="button" class="latest" aria-label={texts.latest} title={texts.latest} onClick={this.jump}>
            <Icon name="down" />
            {room.excerpt ? <span>{texts.latest}</span> : waiting > 0 && <span>{counted(texts.latestCount, waiting)}</span>}
          </button>
        )}
      </div>
    );
  }
}

const goesOn = (before: Row, row: Row): boolean =>
  before.message !== undefined && row.message !== undefined
  && before.message.from.id === row.message.from.id && row.at - before.at < GROUP_MS;
