// The connection to `/hearth`: opened, lost, opened again. What is said on it is the chat's business. Nothing is kept here
// for a connection to come: what was not said on the one that is open is not said at all.
import { io, type Socket } from 'socket.io-client';
import { freshNonce } from '../wire/proof';

/** A host that puts a client out twice without letting it in does not want it. */
const MOST_PUT_OUT = 2;
const LONGEST_PAUSE_MS = 15_000;
const PAUSE_MS = 1_000;
const ANSWER_WITHIN_MS = 60_000;

/** Takes the answer; undefined where there is none, because the connection was cut or the host kept silent. */
export type Answer = (said: unknown) => void;
export type Ask = (event: string, fields: object, answer: Answer) => void;

export interface LinkListener {
  opened(): void;
  heard(event: string, said: unknown): void;
  /**
   * @param why of a host that does not want this connection; a lost one is opened again
   * @param sentence of the host; empty where it says none
   */
  closed(why: 'lost' | 'refused', sentence: string): void;
}

/** What a host says that does not know the name of this page, behind a proxy for example; empty for everything else. */
function turnedAway(error: Error & { context?: { status?: unknown; responseText?: unknown } }): string {
  if (error.context?.status !== 403) {
    return '';
  }
  try {
    const { message } = JSON.parse(String(error.context.responseText)) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return ''; // another program's page
  }
}

export class Link {
  private readonly socket: Socket;
  private putOut = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  /** What the host of this connection has to sign. */
  nonce = '';

  constructor(page: string, private readonly listener: LinkListener) {
    // Beside the page, wherever it lies: behind a proxy that may be under a path.
    const beside = new URL('socket.io/', page);
    this.socket = io(`${beside.origin}/hearth`, {
      path: beside.pathname,
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: LONGEST_PAUSE_MS,
      auth: (give) => {
        this.nonce = freshNonce();
        give({ v: 1, nonce: this.nonce });
      },
    });
    this.socket.on('connect', () => this.listener.opened());
    this.socket.onAny((event: string, said: unknown) => this.listener.heard(event, said));
    this.socket.on('disconnect', (reason) => this.closed(reason));
    this.socket.on('connect_error', (error) => {
      this.listener.closed(this.socket.active ? 'lost' : 'refused', this.socket.active ? turnedAway(error) : error.message);
    });
  }

  private closed(reason: string): void {
    // The library keeps what was said after the last ping was due, and says it on the next connection.
    this.socket.sendBuffer.length = 0;
    // A host that puts somebody out says so; the client comes back by itself from everything else.
    if (reason === 'io server disconnect') {
      this.putOut += 1;
      this.listener.closed(this.putOut < MOST_PUT_OUT ? 'lost' : 'refused', '');
      if (this.putOut < MOST_PUT_OUT) {
        this.openIn(PAUSE_MS);
      }
    } else {
      this.listener.closed('lost', '');
    }
  }

  open(): void {
    clearTimeout(this.again);
    this.socket.connect();
  }

  openIn(pauseMs: number): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => this.socket.connect(), pauseMs);
  }

  /** Begins again now, not after the pause: with another connection where there is one. */
  reopen(): void {
    this.socket.disconnect();
    this.putOut = 0;
    this.open();
  }

  close(): void {
    clearTimeout(this.again);
    this.socket.disconnect();
  }

  /** Somebody was let in: what follows is not the host's way of saying no. */
  welcomed(): void {
    this.putOut = 0;
  }

  /** Says it, where there is a connection to say it on. */
  say(event: string, fields: object): void {
    if (this.socket.connected) {
      this.socket.emit(event, fields);
    }
  }

  /** Says it and waits: `answer` is called once. */
  readonly ask: Ask = (event, fields, answer) => {
    if (this.socket.connected) {
      this.socket.timeout(ANSWER_WITHIN_MS).emit(event, fields, (error: Error | null, said: unknown) => answer(error ? undefined : said));
    } else {
      queueMicrotask(() => answer(undefined));
    }
  };
}
