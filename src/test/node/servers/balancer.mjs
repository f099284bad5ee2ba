// Two chats of socket.io 4 that know nothing of each other's sessions, behind a balancer that leads who brings its cookie to
// the same one, and everyone else to each in turn.
import { createServer, request } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options();
const nodes = [0, 1].map((number) => {
  const http = createServer((_, res) => res.end("<script>socket.emit('chat message', text)</script>"));
  const io = new Server(http);
  io.on("connection", (socket) => {
    console.log(`connected to ${number}`);
    socket.on("chat message", (text) => io.emit("chat message", text));
    socket.conn.on("upgrade", () => console.log(`upgraded at ${number}`));
  });
  http.listen(0, "127.0.0.1");
  return http;
});
let turn = 0;

function chosen(req) {
  const cookie = /(?:^|; )node=([01])/.exec(req.headers.cookie ?? "");
  return cookie ? { number: Number(cookie[1]), set: false } : { number: turn++ % 2, set: true };
}

function forward(req, number) {
  const { method, url, headers } = req;
  return request({ host: "127.0.0.1", port: nodes[number].address().port, method, path: url, headers });
}

const front = createServer((req, res) => {
  const { number, set } = chosen(req);
  const onward = forward(req, number);
  onward.on("response", (answer) => {
    const cookie = set ? { "set-cookie": [`node=${number}; Path=/; HttpOnly`, "other=x; Path=/elsewhere"] } : {};
    res.writeHead(answer.statusCode, { ...answer.headers, ...cookie });
    answer.pipe(res);
  });
  onward.on("error", () => res.destroy());
  req.pipe(onward);
});
front.on("upgrade", (req, socket) => {
  const onward = forward(req, chosen(req).number);
  socket.on("error", () => onward.destroy());
  onward.on("error", () => socket.destroy());
  onward.on("response", () => socket.destroy());
  onward.on("upgrade", (answer, far, first) => {
    const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join("")}\r\n`);
    socket.write(first);
    far.on("error", () => socket.destroy());
    socket.on("error", () => far.destroy());
    socket.pipe(far).pipe(socket);
  });
  onward.end();
});
listen(front, opts);
