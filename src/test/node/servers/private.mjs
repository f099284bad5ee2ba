// A chat of two and two, after the contract of Socket.IO's official private messaging example (socket.io 4). --sessions off is
// its first part, where a person is a connection; --keeps on tells what was said before; --transports what is allowed.
import { createServer } from "node:http";
import { randomUUID } from "node:crypto";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ sessions: "on", keeps: "off", transports: "polling,websocket" });
const server = createServer((_, res) => {
  res.statusCode = 404;
  res.end();
});
const io = new Server(server, { transports: opts.transports.split(",") });
const sessions = new Map();
const messages = [];

io.use((socket, next) => {
  const { sessionID, username } = socket.handshake.auth;
  const known = sessions.get(sessionID);
  if (!known && !username) {
    return next(new Error("invalid username"));
  }
  socket.sessionID = known ? sessionID : randomUUID();
  socket.userID = opts.sessions === "off" ? socket.id : (known?.userID ?? randomUUID());
  socket.username = known?.username ?? username;
  next();
});

function users(of) {
  const all = opts.sessions === "off" ? [...io.of("/").sockets.values()] : [...sessions.values()];
  return all.map(({ userID, username, connected }) => ({
    userID,
    username,
    ...(opts.sessions === "off" ? {} : { connected }),
    ...(opts.keeps === "on"
      ? { messages: messages.filter(({ from, to }) => [from, to].includes(userID) && [from, to].includes(of)) }
      : {}),
  }));
}

io.on("connection", (socket) => {
  const { sessionID, userID, username } = socket;
  console.log(`connected ${username}`);
  sessions.set(sessionID, { userID, username, connected: true });
  if (opts.sessions === "on") {
    socket.emit("session", { sessionID, userID });
    socket.join(userID);
  }
  socket.emit("users", users(userID));
  socket.broadcast.emit("user connected", { userID, username, connected: true, messages: [] });
  socket.onAny((...args) => console.log(`got ${JSON.stringify(args)}`));
  socket.on("private message", ({ content, to }) => {
    const message = { content, from: userID, ...(opts.sessions === "on" ? { to } : {}) };
    socket.to(to).to(userID).emit("private message", message);
    messages.push({ content, from: userID, to });
  });
  socket.on("disconnect", async () => {
    if ((await io.in(userID).fetchSockets()).length === 0) {
      socket.broadcast.emit("user disconnected", userID);
      sessions.set(sessionID, { userID, username, connected: false });
    }
  });
});
process.stdin.on("data", () => io.of("/").sockets.forEach((socket) => socket.conn.close()));
listen(server, opts);
