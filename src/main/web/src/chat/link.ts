// The connection to `/hearth`: opened, lost, opened again. What is said on it is the chat's business.
import { io, type Socket } from 'socket.io-client';
import { freshNonce } from '../wire/proof';

const MOST_PUT_OUT = 2;
const LONGEST_PAUSE_MS = 15_000;

export interface Ears {
  opened(): void;
  heard(event: string, said: unknown): void;
  /** @param why of a host that does not want this connection; a lost one is opened again */
  closed(why: 'lost' | 'refused', sentence: string): void;
}

export class Link {
  private readonly socket: Socket;
  private putOut = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  /** What the host of this connection has to sign. */
  nonce = '';

  constructor(page: string, private readonly ears: Ears) {
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
    this.socket.on('connect', () => this.ears.opened());
    this.socket.onAny((event: string, said: unknown) => this.ears.heard(event, said));
    this.socket.on('disconnect', (reason) => {
      // A host that puts somebody out says so; the client comes back by itself from everything else.
      if (reason === 'io server disconnect') {
        this.putOut += 1;
        this.ears.closed(this.putOut < MOST_PUT_OUT ? 'lost' : 'refused', '');
        if (this.putOut < MOST_PUT_OUT) {
          this.later();
        }
      } else {
        this.ears.closed('lost', '');
      }
    });
    this.socket.on('connect_error', (error) => {
      this.ears.closed(this.socket.active ? 'lost' : 'refused', this.socket.active ? '' : error.message);
    });
  }

  private later(): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => this.socket.connect(), 1_000);
  }

  get isOpen(): boolean {
    return this.socket.connected;
  }

  open(): void {
    clearTimeout(this.again);
    this.socket.connect();
  }

  /** Now, not after the pause. */
  tryNow(): void {
    if (!this.socket.connected) {
      this.socket.disconnect();
      this.putOut = 0;
      this.open();
    }
  }

  close(): void {
    clearTimeout(this.again);
    this.socket.disconnect();
  }

  /** Somebody was let in: what follows is not the host's way of saying no. */
  welcomed(): void {
    this.putOut = 0;
  }

  emit(event: string, fields: object, answer?: (said: unknown) => void): void {
    if (answer) {
      this.socket.emit(event, fields, answer);
    } else {
      this.socket.emit(event, fields);
    }
  }
}
