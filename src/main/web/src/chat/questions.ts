// What a person looks for and does not change: messages, people, the members of a room. Each question is answered once,
// also where the connection is cut meanwhile.
import { readHits, readPresence, readRefusal } from '../wire/codecs';
import { isMap, list } from '../wire/fields';
import type { Hit, Presence, Refusal } from '../wire/types';
import type { Ask } from './link';
import type { Room } from './room';

const MOST_HITS = 50;
const MOST_PAGES = 10;
const NOT_CONNECTED: Refusal = { code: 'not_entered', message: '' };

export class Questions {
  constructor(private readonly ask: Ask) {}

  search(q: string, then: (hits: Hit[], more: boolean, why?: Refusal) => void): void {
    this.ask('search', { q, limit: MOST_HITS }, (said) => {
      const why = readRefusal(said) ?? (isMap(said) ? undefined : NOT_CONNECTED);
      const { hits, more } = isMap(said) && !why ? readHits(said) : { hits: [], more: false };
      then(hits, more, why);
    });
  }

  people(q: string, then: (people: Presence[]) => void): void {
    this.ask('people', q ? { q } : {}, (said) => then(isMap(said) ? list(said, 'people', readPresence) : []));
  }

  /** Everybody in a room, page by page. Gives what stops it. */
  members(room: Room, then: (people: Presence[]) => void): () => void {
    let wanted = true;
    const all: Presence[] = [];
    const page = (after: string, pages: number): void => {
      this.ask('members', { room: room.id, ...(after ? { after } : {}) }, (said) => {
        if (wanted && isMap(said) && !readRefusal(said)) {
          const people = list(said, 'people', readPresence);
          all.push(...people);
          then(all.toSorted((a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name)));
          if (said['more'] === true && people.length > 0 && pages < MOST_PAGES) {
            page(people.at(-1)!.id, pages + 1);
          }
        }
      });
    };
    page('', 0);
    return () => { wanted = false; };
  }
}
