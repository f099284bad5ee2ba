// The rows of a timeline: what is held of a room's log, and behind it what its person has written and the log has not told yet.
// A row is made when it is looked at, so that a long room costs no more than a short one.
import type { Chat } from '../chat/chat';
import type { Item } from '../chat/item';
import type { Line, Room } from '../chat/room';
import type { Entry, Message } from '../wire/types';

export interface Row {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly message?: Message | undefined;
  readonly note?: Entry | undefined;
  /** What of it has not reached the host yet. */
  readonly item?: Item | undefined;
  readonly stage?: string | undefined;
}

/** The message that a command will be, the same object each time. */
const pending = new WeakMap<object, Message>();

export class Rows {
  private readonly lines: readonly Line[];
  private readonly waiting: readonly Item[];

  constructor(private readonly chat: Chat, private readonly room: Room) {
    this.lines = room.excerpt?.lines ?? room.lines;
    const you = chat.you?.id;
    this.waiting = room.excerpt || !you ? []
      : chat.outbox.of(room.id).filter((item) => room.fold.message(item.command.id)?.from.id !== you);
  }

  get length(): number {
    return this.lines.length + this.waiting.length;
  }

  get firstId(): string {
    return this.lines[0]?.id ?? this.waiting[0]?.command.id ?? '';
  }

  at(index: number): Row | undefined {
    const line = this.lines[index];
    const item = this.waiting[index - this.lines.length];
    return line ? this.rowOf(line) : item && this.pendingRow(item);
  }

  private rowOf({ id, seq, note }: Line): Row {
    const message = note ? undefined : this.room.fold.message(id);
    return { id, seq, at: (note ?? message)?.at ?? 0, note, message };
  }

  private pendingRow(item: Item): Row {
    const { command, at, stage } = item;
    const { id, text = '', replyTo } = command;
    const message = pending.get(command)
      ?? { seq: 0, room: this.room.id, id, from: this.chat.you!, at, text, ...(replyTo ? { replyTo } : {}) };
    pending.set(command, message);
    return { id, seq: 0, at, message, item, stage };
  }

  slice(start: number, end: number): Row[] {
    return Array.from({ length: Math.max(0, end - start) }, (_, i) => this.at(start + i)!);
  }

  /** From the end, where what is looked for usually is; -1 where it is not. */
  lastIndex(is: (row: Row) => boolean): number {
    let index = this.length - 1;
    while (index >= 0 && !is(this.at(index)!)) {
      index -= 1;
    }
    return index;
  }

  indexOf(id: string): number {
    const line = this.lines.findIndex((each) => each.id === id);
    const item = this.waiting.findIndex((each) => each.command.id === id);
    return line >= 0 ? line : item >= 0 ? this.lines.length + item : -1;
  }

  /** The first message of somebody else after `seq`, and how many there are after `readSeq`. */
  fresh(seq: number, readSeq: number, you: string): { readonly first: number; readonly count: number } {
    let first = -1;
    let count = 0;
    for (let i = this.lines.length - 1; i >= 0 && this.lines[i]!.seq > seq; i -= 1) {
      const line = this.lines[i]!;
      if (!line.note && this.room.fold.message(line.id)?.from.id !== you) {
        first = i;
        count += line.seq > readSeq ? 1 : 0;
      }
    }
    return { first, count };
  }
}
