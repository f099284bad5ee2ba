// Where a message is written. A draft lasts, also when the page is left.
import { Component, createRef, type ComponentChildren } from 'preact';
import type { Chat } from '../chat/chat';
import { EVERYONE, mayCallEveryone } from '../chat/mentions';
import type { Room } from '../chat/room';
import type { Message, Presence } from '../wire/types';
import { Completing, write } from './completing';
import { EmojiDialog } from './emoji/dialog';
import { kept } from './kept';
import { nameOf } from './names';
import { bytesOf, IconButton, toldAlready } from './parts';
import { safeLine } from './safe';
import { suggestionId, Suggestions } from './suggestions';
import { counted, fill, texts } from './texts';

const NEAR_THE_LIMIT = 500;

export type About = { readonly what: 'reply' | 'edit'; readonly message: Message };

interface Props {
  chat: Chat;
  room: Room;
  about: About | undefined;
  setAbout: (about: About | undefined) => void;
  lastOwn: () => Message | undefined;
}

interface State {
  left: number;
  picking: boolean;
  /** How often something else was to be completed. */
  looked: number;
}

export class Composer extends Component<Props, State> {
  override state: State = { left: Number.MAX_SAFE_INTEGER, picking: false, looked: 0 };
  private readonly field = createRef<HTMLTextAreaElement>();
  private readonly completing = new Completing(
    () => this.field.current,
    () => this.callable(),
    () => this.setState(({ looked }) => ({ looked: looked + 1 })),
  );

  override shouldComponentUpdate(next: Props, { left, picking, looked }: State): boolean {
    return next.about !== this.props.about || left !== this.state.left || picking !== this.state.picking || looked !== this.state.looked;
  }

  /** Whom a name after an at sign may call. */
  private callable(): Presence[] {
    const { chat } = this.props;
    const others = [...chat.people.values()].filter((each) => each.id !== chat.you?.id);
    return chat.you && mayCallEveryone(chat.you) ? [...others, { id: '', name: EVERYONE, role: 'guest', online: false }] : others;
  }

  private get draftKey(): string {
    return `draft.${this.props.chat.hostId}.${this.props.room.id}`;
  }

  override componentDidMount(): void {
    this.field.current!.value = kept.get(this.draftKey);
    this.grow();
    if (matchMedia('(pointer: fine)').matches) {
      this.field.current!.focus();
    }
    window.addEventListener('resize', this.grow);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('resize', this.grow);
  }

  override componentDidUpdate(before: Props): void {
    const { about } = this.props;
    if (about !== before.about && about) {
      if (about.what === 'edit') {
        this.field.current!.value = about.message.text;
      }
      this.field.current!.focus();
      this.grow();
    }
  }

  /** As high as what is written, also where a phone was turned. */
  private readonly grow = (): void => {
    const field = this.field.current!;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
    const left = this.props.chat.textBytes - bytesOf(field.value.trim());
    if (left !== this.state.left) {
      this.setState({ left });
    }
  };

  private readonly onInput = (event: InputEvent): void => {
    this.grow();
    const { chat, room, about } = this.props;
    if (about?.what !== 'edit') {
      kept.set(this.draftKey, this.field.current!.value);
    }
    if (this.field.current!.value.trim()) {
      chat.isTyping(room.id);
    }
    if (!event.isComposing) {
      this.completing.typed();
    }
  };

  private readonly pick = (emoji: string): void => {
    const field = this.field.current!;
    write(field, emoji, field.selectionStart, field.selectionEnd);
  };

  private readonly cancel = (): void => {
    if (this.props.about?.what === 'edit') {
      this.field.current!.value = kept.get(this.draftKey);
    }
    this.props.setAbout(undefined);
    this.grow();
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const field = this.field.current!;
    if (this.completing.onKeyDown(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Escape' && this.props.about) {
      event.stopPropagation();
      this.cancel();
    } else if (event.key === 'ArrowUp' && !field.value && !this.props.about) {
      const message = this.props.lastOwn();
      if (message) {
        event.preventDefault();
        this.props.setAbout({ what: 'edit', message });
      }
    }
  };

  private send(): void {
    const { chat, room, about, setAbout } = this.props;
    const field = this.field.current!;
    const text = field.value.trim();
    if (!text || this.state.left < 0) {
      return;
    }
    if (about?.what === 'edit') {
      if (text !== about.message.text) {
        void chat.do('edit', { room: room.id, of: about.message.id, text }).catch(toldAlready);
      }
      field.value = kept.get(this.draftKey);
    } else {
      const key = this.draftKey;
      const forget = (): void => {
        if (kept.get(key).trim() === text) {
          kept.set(key, '');
        }
      };
      void chat.do('chat message', { room: room.id, text, ...(about ? { replyTo: about.message.id } : {}) }, forget).catch(toldAlready);
      field.value = '';
    }
    this.completing.look();
    setAbout(undefined);
    this.grow();
    field.focus();
  }

  override render({ about }: Props, { left, picking }: State): ComponentChildren {
    const { offer, chosen } = this.completing;
    return (
      <form class="composer" onSubmit={(event) => { event.preventDefault(); this.send(); }}>
        {about && (
          <div class="about">
            <div>
              <b dir="auto">{about.what === 'edit' ? texts.editing : fill(texts.replyingTo, nameOf(about.message.from))}</b>
              <span dir="auto">{safeLine(about.message.text.slice(0, 160))}</span>
            </div>
            <IconButton icon="close" label={texts.cancel} onClick={this.cancel} />
          </div>
        )}
        {left < NEAR_THE_LIMIT && (
          <p class={`limit ${left < 0 ? 'over' : ''}`} role="status">{left < 0 ? counted(texts.bytesTooLong, -left) : counted(texts.bytesLeft, left)}</p>
        )}
        {offer && <Suggestions offer={offer} chosen={chosen} take={(index) => this.completing.take(index)} />}
        {picking && <EmojiDialog onPick={this.pick} onClose={() => this.setState({ picking: false })} />}
        <div class="line">
          <textarea
            ref={this.field}
            rows={1}
            dir="auto"
            aria-label={texts.write}
            placeholder={texts.write}
            enterkeyhint="send"
            aria-autocomplete="list"
            aria-controls={offer ? 'suggestions' : undefined}
            aria-activedescendant={offer ? suggestionId(chosen) : undefined}
            onInput={this.onInput}
            onKeyDown={this.onKeyDown}
            onKeyUp={(event) => !event.isComposing && this.completing.look()}
            onClick={() => this.completing.look()}
            onBlur={() => this.completing.close()}
          />
          <IconButton icon="smile" label={texts.emoji} onClick={() => this.setState({ picking: true })} />
          <IconButton icon="send" label={texts.send} type="submit" class="send" disabled={left < 0} />
        </div>
      </form>
    );
  }
}
