// What changed, told by topic: a view that shows one room hears of that room alone.

export type Topic = 'entrance' | 'rooms' | 'people' | 'activity' | `room ${string}` | `typing ${string}`;

/** All that happens within so much is one change for a view. */
const TURN_MS = 16;

export class Changes {
  private readonly listeners = new Map<Topic, Set<() => void>>();
  private due = new Set<Topic>();

  /** Runs `listener` at most once for all that happens to `topic` in one turn. Gives what stops it. */
  listen(topic: Topic, listener: () => void): () => void {
    const all = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0 && this.listeners.get(topic) === all) {
        this.listeners.delete(topic);
      }
    };
  }

  tell(topic: Topic): void {
    if (this.due.size === 0) {
      setTimeout(() => this.turn(), TURN_MS);
    }
    this.due.add(topic);
  }

  private turn(): void {
    const { due } = this;
    this.due = new Set();
    due.forEach((topic) => this.listeners.get(topic)?.forEach((listener) => listener()));
  }
}
