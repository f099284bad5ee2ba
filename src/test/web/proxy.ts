// What stands between a page and its host in many places: a proxy that lets no WebSocket through.
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** How a proxy gets rid of an upgrade. */
export const REFUSALS: Readonly<Record<string, (socket: Duplex) => void>> = {
  'says no': (socket) => void socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
  'cuts it': (socket) => void socket.destroy(),
  'takes it and keeps silent': () => {},
};

export class Proxy {
  upgrades = 0;
  requests = 0;
  private isCut = false;
  private readonly sockets = new Set<Duplex>();

  private constructor(private readonly http: Server) {}

  /** @param refuse what is done with an upgrade */
  static async before(page: string, refuse: (socket: Duplex) => void): Promise<Proxy> {
    const { port } = new URL(page);
    const http = createServer((asked, answer) => {
      proxy.requests += 1;
      const { method, headers, url: path } = asked;
      const behind = request({ host: '127.0.0.1', port, method, headers, path }, (said) => {
        answer.writeHead(said.statusCode ?? 502, said.headers);
        said.pipe(answer);
      });
      behind.on('error', () => answer.destroy());
      answer.on('close', () => behind.destroy());
      asked.pipe(behind);
    });
    const proxy = new Proxy(http);
    http.on('connection', (socket: Socket) => proxy.connected(socket));
    http.on('upgrade', (_, socket) => {
      proxy.upgrades += 1;
      refuse(socket);
    });
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
    return proxy;
  }

  private connected(socket: Socket): void {
    socket.on('error', () => {}); // a cut is what is wanted here
    socket.on('close', () => this.sockets.delete(socket));
    this.sockets.add(socket);
    if (this.isCut) {
      socket.destroy();
    }
  }

  get page(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/`;
  }

  /** Cuts everything, and lets nothing through until it is mended. */
  cut(): void {
    this.isCut = true;
    this.sockets.forEach((each) => each.destroy());
  }

  mend(): void {
    this.isCut = false;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise<void>((done) => this.http.close(() => done()));
  }
}
