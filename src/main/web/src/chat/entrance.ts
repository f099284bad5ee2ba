// The way into a chat (docs/wire.md, "Entering"; HostEntrance.java): `hello` says and proves whose log this is, `enter` says who
// this person is. Nothing of a host is used before it has proved its id: it gets no token and nothing of the outbox, and changes
// nothing of what is kept. Every step is begun by the host or bounded in time.
import { readHello, readRefusal, readWelcome } from '../wire/codecs';
import { text as textOf, type Wire } from '../wire/fields';
import { freshNonce, proves } from '../wire/proof';
import type { Hello, Refusal, Welcome } from '../wire/types';
import type { Link } from './link';
import type { Store } from './store';

const HELLO_WITHIN_MS = 10_000;
const WELCOME_WITHIN_MS = 10_000;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

export type State =
  | { readonly is: 'connecting' }
  /** It is known whose chat it is; a name is wanted. */
  | { readonly is: 'asking'; readonly problem?: Refusal }
  | { readonly is: 'entering' }
  /** The host has asked to come back at a time. */
  | { readonly is: 'waiting'; readonly until: number }
  | { readonly is: 'online' }
  | { readonly is: 'offline'; readonly ended?: boolean; readonly why?: string }
  | { readonly is: 'refused'; readonly why: Refusal };

export interface EntranceListener {
  changed(): void;
  /** The host has proved whose chat this is. What is kept of that chat is read, and nothing is said to it meanwhile. */
  known(hostId: string): Promise<void>;
  /** A host with another id answers now. */
  otherHost(): void;
  /** The same host has another log than the one of which something is held. */
  otherLog(): void;
  /** The last entry that is held of each room. */
  have(): Readonly<Record<string, object>>;
  welcomed(welcome: Welcome): void;
  /** Nothing more comes on this connection. */
  cut(): void;
}

export class Entrance {
  state: State = { is: 'connecting' };
  hostName = '';
  hostId = '';
  /** Whether this person was let in, on this connection. */
  isInside = false;

  private name = '';
  private token = '';
  private epoch = '';
  private greeted = false;
  private proved = false;
  /** Whether `enter` was sent on this connection: a welcome before that is none. */
  private asked = false;
  /** Counts connections, so that what comes late from the disk is known to be late. */
  private connection = 0;
  private reading: Promise<void> | undefined;
  private ended = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly link: Link, private readonly store: Store, private readonly listener: EntranceListener) {}

  private become(state: State): void {
    this.state = state;
    this.listener.changed();
  }

  /** Comes in under this name; to a person who is in already, it is a new name. */
  enter(name: string): void {
    this.name = name;
    this.link.close();
    this.become({ is: 'entering' });
    this.link.open();
  }

  /** Begins again, where a host is still to be found or has not let this person in yet. */
  tryNow(): void {
    if (this.state.is === 'connecting' || this.state.is === 'entering' || this.state.is === 'offline') {
      this.link.reopen();
    }
  }

  opened(): void {
    this.ended = false;
    this.begin();
    this.timer = setTimeout(() => this.link.reopen(), HELLO_WITHIN_MS);
  }

  /** A connection begins or ends: nothing of the one before counts. */
  private begin(): void {
    clearTimeout(this.timer);
    this.connection += 1;
    this.greeted = false;
    this.proved = false;
    this.asked = false;
    this.isInside = false;
  }

  closed(why: 'lost' | 'refused', sentence: string): void {
    this.begin();
    this.listener.cut();
    if (this.state.is === 'refused' || this.state.is === 'asking' || this.state.is === 'waiting') {
      return;
    }
    if (why === 'refused') {
      this.become({ is: 'refused', why: { code: 'closed', message: sentence } });
    } else {
      this.become({ is: 'offline', ...(this.ended ? { ended: true } : {}), ...(sentence ? { why: sentence } : {}) });
    }
  }

  private refuse(code: string, message: string): void {
    this.become({ is: 'refused', why: { code, message } });
    this.link.close();
  }

  /** Takes what a host says to somebody who comes in or goes out; false where it is something else. */
  heard(event: string, said: Wire): boolean {
    switch (event) {
      case 'hello': {
        const hello = readHello(said);
        if (hello && !this.greeted) {
          this.greeted = true;
          void this.hello(hello);
        }
        return true;
      }
      case 'welcome': {
        const welcome = readWelcome(said);
        if (welcome && this.asked && !this.isInside) {
          this.welcome(welcome);
        }
        return true;
      }
      case 'bye':
        if (this.proved) {
          this.bye(textOf(said, 'reason') ?? '');
        }
        return true;
      default:
        return false;
    }
  }

  private bye(reason: string): void {
    this.ended = reason === 'ended';
    if (reason === 'removed') {
      void this.store.forget(this.hostId, this.token);
      this.token = '';
    }
    const code = reason === 'kick' ? 'kicked' : reason === 'ban' ? 'banned' : reason;
    if (['kicked', 'banned', 'removed'].includes(code)) {
      this.refuse(code, '');
    }
  }

  private async hello(hello: Hello): Promise<void> {
    clearTimeout(this.timer);
    if (hello.version !== 1) {
      this.refuse('version', '');
      return;
    }
    if (!proves(hello.proof, hello.hostId, this.link.nonce)) {
      this.refuse('unproven', '');
      return;
    }
    if (this.hostId && this.hostId !== hello.hostId) {
      // What waits for the one before stays on the disk, under its id.
      this.link.close();
      this.listener.otherHost();
      return;
    }
    this.proved = true;
    this.hostId = hello.hostId;
    this.hostName = hello.hostName;
    const { connection } = this;
    this.reading ??= this.read();
    await this.reading;
    if (this.connection === connection) {
      this.settle(hello);
    }
  }

  /** The host calls the chat so. */
  named(name: string): void {
    this.hostName = name;
    this.listener.changed();
  }

  private async read(): Promise<void> {
    const kept = await this.store.host(this.hostId);
    this.token = kept?.token ?? '';
    this.name ||= kept?.token ? kept.name : '';
    await this.listener.known(this.hostId);
  }

  /** The log may be another one than before, of the same host. */
  private settle(hello: Hello): void {
    if (this.epoch && this.epoch !== hello.epoch) {
      this.listener.otherLog();
    }
    this.epoch = hello.epoch;
    if (this.name) {
      void this.sayWho();
    } else {
      this.become({ is: 'asking' });
      this.link.close(); // the host does not wait for a name for ever
    }
  }

  /**
   * The token of a new person is on the disk before the host gets it, and the same on each attempt, after a reload and in another tab:
   * a welcome that was lost leaves no second person behind, who has the name and whose token nobody holds.
   */
  private async sayWho(): Promise<void> {
    this.become({ is: 'entering' });
    this.timer = setTimeout(() => this.link.reopen(), WELCOME_WITHIN_MS);
    const { connection } = this;
    const kept = await this.store.propose(this.hostId, freshNonce());
    if (this.connection !== connection) {
      return;
    }
    this.token ||= kept.token;
    const have = this.listener.have();
    const enter = {
      name: this.name,
      ...(this.token ? { token: this.token } : {}),
      ...(kept.newToken ? { newToken: kept.newToken } : {}),
      ...(Object.keys(have).length > 0 ? { have } : {}),
    };
    this.asked = true;
    this.link.ask('enter', enter, (said) => {
      const why = readRefusal(said);
      if (why && this.connection === connection && !this.isInside) {
        this.notLetIn(why);
      }
    });
  }

  private notLetIn(why: Refusal): void {
    if (why.retryAfterMs !== undefined) {
      const wait = Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, why.retryAfterMs));
      this.become({ is: 'waiting', until: Date.now() + wait });
      this.link.close();
      this.link.openIn(wait);
    } else if (why.code === 'malformed' || why.code === 'name_taken') {
      this.become({ is: 'asking', problem: why });
      this.link.close();
    } else {
      this.refuse(why.code, why.message);
    }
  }

  private welcome(welcome: Welcome): void {
    clearTimeout(this.timer);
    this.isInside = true;
    this.link.welcomed();
    this.token = welcome.token || this.token;
    void this.store.keepHost({ id: this.hostId, token: this.token, name: this.name });
    this.listener.welcomed(welcome);
    this.become({ is: 'online' });
  }
}
