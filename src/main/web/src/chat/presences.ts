// Who is in the chat, who is connected, and who is writing where.
import type { Presence } from '../wire/types';
import type { Changes } from './changes';

const TYPING_MS = 6_000;

export class Presences {
  /** Those that are known of; a large chat has more. */
  readonly all = new Map<string, Presence>();
  private readonly typing = new Map<string, Map<string, number>>();

  constructor(private readonly changes: Changes) {}

  /** @param isAll whether there is nobody else */
  replace(people: readonly Presence[], isAll: boolean): void {
    if (isAll) {
      this.all.clear();
    }
    this.take(people);
  }

  take(people: readonly Presence[]): void {
    people.forEach((each) => this.all.set(each.id, each));
    this.changes.tell('people');
  }

  types(room: string, person: string): void {
    const here = this.typing.get(room) ?? new Map<string, number>();
    this.typing.set(room, here.set(person, Date.now() + TYPING_MS));
    this.changes.tell(`typing ${room}`);
    setTimeout(() => this.changes.tell(`typing ${room}`), TYPING_MS + 50);
  }

  /** What somebody was typing has come. */
  wrote(room: string, person: string): void {
    if (this.typing.get(room)?.delete(person)) {
      this.changes.tell(`typing ${room}`);
    }
  }

  /** Who is writing in a room. */
  typists(room: string): string[] {
    const now = Date.now();
    return [...(this.typing.get(room) ?? [])].filter(([, until]) => until > now).map(([person]) => person);
  }

  cut(): void {
    this.typing.forEach((_, room) => this.changes.tell(`typing ${room}`));
    this.typing.clear();
  }
}
