// A host of which the test decides what it says, and when. Left alone it does what hosts do, for a few rooms.
import { keygen, sign } from '@noble/ed25519';
import { sha256 } from '@noble/hashes/sha2.js';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import '../src/wire/proof';

type Fields = Record<string, unknown>;
type Answer = (said: unknown) => void;

export interface Asked {
  readonly event: string;
  readonly fields: Fields;
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
/** Slow, so that it is not what ends a connection. */
const HEARTBEAT = { pingInterval: 60_000, pingTimeout: 60_000 };
export const BOB = { id: 'bob', name: 'Bob', role: 'member' };

export class ScriptedHost {
  /** What came, in its order. */
  readonly asked: Asked[] = [];
  readonly log: Fields[] = [];
  /** The names and kinds of its rooms. */
  rooms: Fields[] = [{ id: '#lobby', name: 'lobby', topic: '', kind: 'public', membership: 'member' }];
  people: Fields[] = [{ id: 'me', name: 'Me', role: 'member', online: true }, { ...BOB, online: true }];
  /** What is said to somebody who connects; an array of events. */
  greet: (nonce: string) => [string, Fields][] = (nonce) => [['hello', this.hello(nonce)]];
  /** How a request is answered instead; undefined where it is answered as usual, 'silence' where not at all. */
  answers: (event: string, fields: Fields) => unknown = () => undefined;
  connections = 0;
  private readonly keys = keygen();
  private readonly http: HttpServer = createServer();
  private readonly io = new Server(this.http, { serveClient: false, ...HEARTBEAT });
  readonly id = Buffer.from(sha256(this.keys.publicKey)).toString('hex');

  static async start(): Promise<ScriptedHost> {
    const host = new ScriptedHost();
    host.io.of('/hearth').on('connection', (socket) => host.connected(socket));
    await new Promise<void>((done) => host.http.listen(0, '127.0.0.1', done));
    return host;
  }

  get page(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/`;
  }

  hello(nonce: string): Fields {
    const said = new TextEncoder().encode(`hearth-host-v1|${this.id}|${nonce}`);
    return {
      v: 1, host: { id: this.id, name: 'Scripted', version: '1' }, epoch: 'e-1', now: 1, nonce: 'n', needs: {},
      key: base64url(this.keys.publicKey), sig: base64url(sign(said, this.keys.secretKey)),
    };
  }

  welcome(): Fields {
    const last = (room: unknown): number => this.log.filter((each) => each['room'] === room).length;
    return {
      you: { id: 'me', name: 'Me', role: 'member' }, token: 'token-of-the-host', people: this.people, diverged: [], limits: { text: 8_000 },
      rooms: this.rooms.map((room) => ({ readSeq: 0, memberCount: 2, ...room, lastSeq: last(room['id']) })),
    };
  }

  private connected(socket: Socket): void {
    this.connections += 1;
    socket.onAny((event: string, fields: Fields, answer?: Answer) => {
      this.asked.push({ event, fields });
      const said = this.answers(event, fields) ?? this.usual(socket, event, fields);
      if (said !== 'silence') {
        answer?.(said);
      }
    });
    const { nonce } = socket.handshake.auth as { nonce: string };
    this.greet(nonce).forEach(([event, said]) => socket.emit(event, said));
  }

  private usual(socket: Socket, event: string, fields: Fields): unknown {
    switch (event) {
      case 'enter':
        socket.emit('welcome', this.welcome());
        return { ok: true };
      case 'chat message': {
        const { id, room, text } = fields;
        const entry = this.write(String(room), String(text), { id: 'me', name: 'Me', role: 'member' }, String(id));
        return { ok: true, room, seq: entry['seq'] };
      }
      case 'history': {
        const { room, after, before } = fields as { room: string; after?: number; before?: number };
        const all = this.log.filter((each) => each['room'] === room);
        const older = all.filter((each) => (each['seq'] as number) < (before ?? 0)).slice(-60);
        return before === undefined
          ? { ok: true, entries: all.slice(after ?? 0), people: [], more: false }
          : { ok: true, messages: older, asOf: all.length, more: older[0] !== undefined && older[0]['seq'] !== 1 };
      }
      default:
        return { ok: true };
    }
  }

  /** Appends to the log and tells everybody. */
  write(room: string, text: string, from: Fields = BOB, id?: string): Fields {
    const entry = this.append(room, text, from, id);
    this.tell('chat message', entry);
    return entry;
  }

  /** Appends to the log without telling anybody. */
  append(room: string, text: string, from: Fields = BOB, id?: string): Fields {
    const seq = this.log.filter((each) => each['room'] === room).length + 1;
    const entry = { seq, room, id: id ?? `${room} ${seq}`, from, at: 1_700_000_000_000 + seq * 1_000, text };
    this.log.push(entry);
    return entry;
  }

  tell(event: string, said: Fields): void {
    this.io.of('/hearth').emit(event, said);
  }

  /** Ends the connections as a network does. */
  cut(): void {
    this.io.of('/hearth').sockets.forEach((each) => each.conn.close(true));
  }

  askedFor(event: string): Fields[] {
    return this.asked.filter((each) => each.event === event).map((each) => each.fields);
  }

  async stop(): Promise<void> {
    await this.io.close();
  }
}
