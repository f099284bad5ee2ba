// The state of messages, computed from their entries in any order (MessageFold.java is the same rule; folds.json holds both).
import type { Entry, Message } from '../wire/types';

interface Register<T> {
  readonly seq: number;
  readonly value: T;
}

/** What is known of one message, which may be less than all: an edit may be held without the message. */
class MessageFold {
  private base: Message | undefined;
  private baseAsOf = 0;
  private edit: Register<{ text: string; at: number }> | undefined;
  private readonly reactions = new Map<string, Register<boolean> & { person: string; emoji: string }>();
  private deleted = false;
  private made: Message | undefined;

  take(entry: Entry): void {
    this.made = undefined;
    switch (entry.kind) {
      case 'posted': {
        const { kind: _, ...message } = entry;
        this.base ??= message;
        break;
      }
      case 'erased':
        if (entry.of === undefined) {
          const { seq, room, id, from, at } = entry;
          this.base ??= { seq, room, id, from, at, text: '' };
        }
        this.deleted = true;
        break;
      case 'deleted':
        this.deleted = true;
        break;
      case 'edited':
        if (entry.seq > Math.max(this.baseAsOf, this.edit?.seq ?? 0)) {
          this.edit = { seq: entry.seq, value: { text: entry.text, at: entry.at } };
        }
        break;
      case 'reacted':
        this.react(entry.seq, entry.from.id, entry.emoji, entry.on);
        break;
      default:
        break;
    }
    this.forget();
  }

  private react(seq: number, person: string, emoji: string, on: boolean): void {
    const key = `${person}\n${emoji}`;
    if (seq > Math.max(this.baseAsOf, this.reactions.get(key)?.seq ?? 0)) {
      this.reactions.set(key, { seq, value: on, person, emoji });
    }
  }

  /** `message` already holds everything up to `asOf`; what came later stays. */
  fold(message: Message, asOf: number): void {
    this.made = undefined;
    this.deleted ||= message.deleted === true;
    if (asOf >= this.baseAsOf) {
      if (this.edit && this.edit.seq <= asOf) {
        this.edit = undefined;
      }
      for (const [key, each] of this.reactions) {
        if (each.seq <= asOf) {
          this.reactions.delete(key);
        }
      }
      this.base = message;
      this.baseAsOf = asOf;
    }
    this.forget();
  }

  /** Nothing of a deleted text stays in memory either. */
  private forget(): void {
    if (this.deleted) {
      this.edit = undefined;
      this.reactions.clear();
      if (this.base) {
        const { seq, room, id, from, at } = this.base;
        this.base = { seq, room, id, from, at, text: '', deleted: true };
      }
    }
  }

  /** Undefined while only what happened to it is held. The same object until something changes. */
  message(): Message | undefined {
    if (!this.made && this.base) {
      const { reactions: before, ...base } = this.base;
      const edited = this.edit ? { ...base, text: this.edit.value.text, edited: this.edit.value.at } : base;
      const all = this.everyReaction(before ?? {});
      this.made = Object.keys(all).length > 0 ? { ...edited, reactions: all } : edited;
    }
    return this.made;
  }

  private everyReaction(before: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
    const all = new Map(Object.entries(before).map(([emoji, people]) => [emoji, new Set(people)]));
    for (const { person, emoji, value } of [...this.reactions.values()].sort((a, b) => a.seq - b.seq)) {
      const people = all.get(emoji) ?? new Set<string>();
      all.set(emoji, people);
      if (value) {
        people.add(person);
      } else {
        people.delete(person);
      }
    }
    return Object.fromEntries([...all].filter(([, people]) => people.size > 0).map(([emoji, people]) => [emoji, [...people]]));
  }
}

/** The messages of a room. */
export class RoomFold {
  private readonly folds = new Map<string, MessageFold>();

  private at(id: string): MessageFold {
    let fold = this.folds.get(id);
    if (!fold) {
      fold = new MessageFold();
      this.folds.set(id, fold);
    }
    return fold;
  }

  /** The message that is another one now, if an entry makes one so. */
  take(entry: Entry): string | undefined {
    const about = 'of' in entry && entry.of !== undefined
      ? entry.of
      : entry.kind === 'posted' || entry.kind === 'erased' ? entry.id : undefined;
    if (about !== undefined) {
      this.at(about).take(entry);
    }
    return about;
  }

  fold(message: Message, asOf: number): void {
    this.at(message.id).fold(message, asOf);
  }

  message(id: string): Message | undefined {
    return this.folds.get(id)?.message();
  }

  /** All of them, in the order of the log. */
  messages(): Message[] {
    return [...this.folds.values()]
      .flatMap((fold) => fold.message() ?? [])
      .sort((a, b) => a.seq - b.seq);
  }

  clear(): void {
    this.folds.clear();
  }
}
