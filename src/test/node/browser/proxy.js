// A proxy as some companies have one: it serves what lies behind it under a path, lets no WebSocket through, and can be cut.
import { createServer, request } from 'node:http';

export async function proxyBefore(url, path) {
  const { port } = new URL(url);
  const sockets = new Set();
  let isCut = false;
  const http = createServer((asked, answer) => {
    if (!asked.url.startsWith(path)) {
      answer.writeHead(404).end();
      return;
    }
    const { method, headers } = asked;
    const behind = request({ host: '127.0.0.1', port, method, headers, path: asked.url.slice(path.length - 1) }, (said) => {
      answer.writeHead(said.statusCode, said.headers);
      said.pipe(answer);
    });
    behind.on('error', () => answer.destroy());
    answer.on('close', () => behind.destroy());
    asked.pipe(behind);
  });
  const proxy = {
    upgrades: 0,
    cut() {
      isCut = true;
      sockets.forEach((each) => each.destroy());
    },
    mend() {
      isCut = false;
    },
  };
  http.on('connection', (socket) => {
    socket.on('error', () => {}); // a cut is what is wanted here
    socket.on('close', () => sockets.delete(socket));
    sockets.add(socket);
    if (isCut) {
      socket.destroy();
    }
  });
  http.on('upgrade', (_, socket) => {
    proxy.upgrades += 1;
    socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
  });
  await new Promise((done) => http.listen(0, '127.0.0.1', done));
  proxy.url = `http://127.0.0.1:${http.address().port}${path}`;
  return proxy;
}
