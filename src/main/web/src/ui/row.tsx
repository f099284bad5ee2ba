// A line of the timeline: a message, or something that happened. It is made anew only when it is another one.
import { Component, type ComponentChildren } from 'preact';
import type { Chat } from '../chat/chat';
import type { Room } from '../chat/room';
import type { Entry, Message } from '../wire/types';
import { colour } from './colour.js';
import { dayOf, timeOf } from './dates';
import { copyText, Text } from './markdown';
import { nameById, nameOf } from './names';
import { Avatar, IconButton } from './parts';
import { reasonOf } from './reasons';
import type { Row } from './rows';
import { safe, safeLine } from './safe';
import { counted, fill, listed, number, texts } from './texts';

export interface RowActions {
  reply(message: Message): void;
  edit(message: Message): void;
  remove(message: Message): void;
  react(message: Message, emoji: string, on: boolean): void;
  /** With any emoji. */
  pickReaction(message: Message): void;
  retry(id: string): void;
  discard(id: string): void;
  goTo(id: string): void;
}

interface RowProps {
  chat: Chat;
  room: Room;
  row: Row;
  /** The message it answers, as it is now. */
  quoted: Message | undefined;
  /** Whether its author and time are said, or it goes on from the one before. */
  first: boolean;
  day: boolean;
  fresh: boolean;
  active: boolean;
  found: boolean;
  seen: number;
  /** Whether the changes that are on their way to it are others. */
  busy: number;
  actions: RowActions;
}

const WATCHED = ['quoted', 'first', 'day', 'fresh', 'active', 'found', 'seen', 'busy'] as const;

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🎉'];

export class TimelineRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { row } = this.props;
    return row.message !== next.row.message || row.note !== next.row.note || row.stage !== next.row.stage
      || WATCHED.some((key) => this.props[key] !== next[key]);
  }

  override render({ chat, row, day, fresh }: RowProps): ComponentChildren {
    return (
      <>
        {day && <li class="day"><span>{dayOf(row.at)}</span></li>}
        {fresh && <li class="fresh"><span>{texts.newMessages}</span></li>}
        {row.note && <li class="note" data-id={row.id}>{noteText(chat, row.note)}</li>}
        {row.message && <MessageRow {...this.props} message={row.message} />}
      </>
    );
  }
}

function MessageRow({ chat, row, message, quoted, first, active, found, seen, busy, actions }: RowProps & { message: Message }) {
  const own = message.from.id === chat.you?.id;
  const failed = row.stage === 'failed';
  const name = nameOf(message.from);
  const sign = own && !failed ? deliverySign(row.stage, seen) : '';
  const when = `${message.edited === undefined ? '' : `${texts.edited} `}${timeOf(message.at)}`;
  return (
    <li
      class={`message ${own ? 'own' : 'other'} ${first ? 'first' : ''} ${failed ? 'failed' : ''} ${active ? 'active' : ''} ${found ? 'found' : ''}`}
      data-id={row.id}
      aria-busy={busy > 0}
    >
      {!own && (first ? <Avatar name={name} /> : <span class="avatar-space" />)}
      <div class="bubble">
        {!own && first && <div class={`author author-${colour(name)}`} dir="auto">{name}{message.from.role === 'program' && <span class="program">{texts.program}</span>}</div>}
        {message.replyTo && <Quote id={message.replyTo} quoted={quoted} actions={actions} />}
        {message.deleted ? <div class="gone">{texts.deleted}</div> : <Text text={message.text} after={`${when} ${sign}`} />}
        <div class="meta">
          <time dateTime={new Date(message.at).toISOString()}>{when}</time>
          {sign && <Delivery stage={row.stage} seen={seen} sign={sign} />}
        </div>
        <Reactions chat={chat} message={message} actions={actions} />
        {failed && <Failure row={row} actions={actions} />}
        {active && !row.item && !message.deleted && <Actions chat={chat} message={message} own={own} actions={actions} />}
      </div>
    </li>
  );
}

function Quote({ id, quoted, actions }: { id: string; quoted: Message | undefined; actions: RowActions }) {
  const words = !quoted ? texts.earlier : quoted.deleted ? texts.deleted : safeLine(quoted.text.slice(0, 160));
  return (
    <button type="button" class="quote" onClick={() => actions.goTo(id)}>
      {quoted && <b dir="auto">{nameOf(quoted.from)}</b>}
      <span dir="auto">{words}</span>
    </button>
  );
}

const isSending = (stage: string | undefined): boolean => stage !== undefined && stage !== 'accepted';

const deliverySign = (stage: string | undefined, seen: number): string => isSending(stage) ? '◷' : seen > 0 ? '✓✓' : '✓';

function Delivery({ stage, seen, sign }: { stage: string | undefined; seen: number; sign: string }) {
  const label = isSending(stage) ? texts.sending : seen > 0 ? counted(texts.seenBy, seen) : texts.delivered;
  return <span class={`ticks ${seen > 0 ? 'seen' : ''}`} role="img" aria-label={label} title={label}>{sign}</span>;
}

function Reactions({ chat, message, actions }: { chat: Chat; message: Message; actions: RowActions }) {
  const all = Object.entries(message.reactions ?? {});
  const you = chat.you?.id ?? '';
  return all.length === 0 ? null : (
    <div class="reactions">
      {all.map(([emoji, people]) => {
        const mine = people.includes(you);
        const names = listed(people.slice(0, 10).map((id) => (id === you ? texts.you : nameById(chat, id))));
        const label = fill(mine ? texts.reactionOwn : texts.reactionOthers, names);
        return (
          <button
            key={emoji}
            type="button"
            class={`chip ${mine ? 'mine' : ''}`}
            aria-pressed={mine}
            title={emoji + label}
            onClick={() => actions.react(message, emoji, !mine)}
          >
            <span>{safe(emoji)}</span> {number(people.length)}
            <span class="unseen">{label}</span>
          </button>
        );
      })}
    </div>
  );
}

function Failure({ row, actions }: { row: Row; actions: RowActions }) {
  const why = row.item?.failure;
  return (
    <div class="failure" role="alert">
      <span>{fill(texts.failed, why ? reasonOf(why) : '')}</span>
      <button type="button" class="link-button" onClick={() => actions.retry(row.id)}>{texts.retry}</button>
      <button type="button" class="link-button" onClick={() => actions.discard(row.id)}>{texts.discard}</button>
    </div>
  );
}

class Actions extends Component<{ chat: Chat; message: Message; own: boolean; actions: RowActions }, { picking: boolean }> {
  override state = { picking: false };

  override render({ chat, message, own, actions }: Actions['props']): ComponentChildren {
    const you = chat.you;
    const mayRemove = own || you?.role === 'owner' || you?.role === 'moderator';
    const react = (emoji: string): void => {
      this.setState({ picking: false });
      actions.react(message, emoji, !(message.reactions?.[emoji] ?? []).includes(you?.id ?? ''));
    };
    const count = this.state.picking ? QUICK.length + 1 : 3 + Number(own) + Number(mayRemove);
    return (
      <div class="actions" role="toolbar" aria-label={texts.actions} style={{ '--count': count }}>
        {this.state.picking
          ? (
            <>
              {QUICK.map((emoji) => (
                <button key={emoji} type="button" class="icon-button" aria-label={fill(texts.reactWith, emoji)} onClick={() => react(emoji)}>{emoji}</button>
              ))}
              <IconButton icon="plus" label={texts.anyEmoji} onClick={() => actions.pickReaction(message)} />
            </>
          )
          : (
            <>
              <IconButton icon="smile" label={texts.react} onClick={() => this.setState({ picking: true })} />
              <IconButton icon="reply" label={texts.reply} onClick={() => actions.reply(message)} />
              <IconButton icon="copy" label={texts.copy} onClick={() => void copyText(message.text)} />
              {own && <IconButton icon="edit" label={texts.edit} onClick={() => actions.edit(message)} />}
              {mayRemove && <IconButton icon="bin" label={texts.remove} onClick={() => actions.remove(message)} />}
            </>
          )}
      </div>
    );
  }
}

function noteText(chat: Chat, entry: Entry): string {
  const who = nameOf(entry.from);
  const whom = 'person' in entry ? nameById(chat, entry.person) : '';
  switch (entry.kind) {
    case 'topic':
      return fill(entry.topic ? texts.note.topic : texts.note.topicGone, who, safeLine(entry.topic));
    case 'renamed':
      return fill(texts.note.renamed, who, safeLine(entry.name));
    case 'removed':
      return fill(entry.by === 'ban' ? texts.note.banned : texts.note.removed, who, whom);
    case 'role':
      return fill(texts.role[entry.role], who, whom);
    case 'invited':
    case 'forgotten':
    case 'unbanned':
    case 'muted':
    case 'unmuted':
      return fill(texts.note[entry.kind], who, whom);
    case 'opened':
    case 'joined':
    case 'left':
    case 'closed':
      return fill(texts.note[entry.kind], who);
    default:
      return '';
  }
}

