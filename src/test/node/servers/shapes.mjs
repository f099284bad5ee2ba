// Small chats with events of their own (socket.io 4), each written after the shape that many have: --shape chat, rooms, names,
// acknowledged, message or object. --namespace is where they live, --page on serves a page that sends what the shape sends,
// --transports what is allowed, --quiet on answers no newcomer. A line on standard input cuts everybody off.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ shape: "chat", namespace: "/", page: "off", transports: "polling,websocket", quiet: "off" });
const pages = {
  chat: "socket.emit('add user', name); socket.emit('new message', text); socket.on('new message', show); socket.on('login', f);",
  rooms: "socket.emit('joinRoom', { username, room }); socket.emit('chatMessage', text); socket.on('message', show);",
  names: "socket.emit('new-user', name); socket.emit('send-chat-message', text); socket.on('chat-message', show);",
};
const server = createServer((_, res) => {
  res.statusCode = opts.page === "on" ? 200 : 404;
  res.end(`<script>${opts.page === "on" ? pages[opts.shape] : ""}</script>`);
});
const io = new Server(server, { transports: opts.transports.split(",") });
const chat = io.of(opts.namespace);
const people = new Map();

function named() {
  return [...people.values()];
}

const shapes = {
  chat(socket) {
    socket.on("add user", (username) => {
      if (people.has(socket.id) || opts.quiet === "on") {
        return;
      }
      people.set(socket.id, username);
      socket.emit("login", { numUsers: people.size });
      socket.broadcast.emit("user joined", { username, numUsers: people.size });
    });
    socket.on("new message", (message) => socket.broadcast.emit("new message", { username: people.get(socket.id), message }));
    socket.on("typing", () => socket.broadcast.emit("typing", { username: people.get(socket.id) }));
    socket.on("stop typing", () => socket.broadcast.emit("stop typing", { username: people.get(socket.id) }));
    socket.on("disconnect", () => {
      if (people.delete(socket.id)) {
        socket.broadcast.emit("user left", { username: "somebody", numUsers: people.size });
      }
    });
  },
  rooms(socket) {
    let me;
    const list = () => chat.to(me.room).emit("roomUsers", { room: me.room, users: named().filter((it) => it.room === me.room) });
    socket.on("joinRoom", ({ username, room }) => {
      me = { username, room };
      people.set(socket.id, me);
      socket.join(room);
      socket.emit("message", { username: "Bot", text: `Welcome to ${room}`, time: "9:15 am" });
      list();
    });
    socket.on("chatMessage", (text) =>
      chat.to(me.room).emit("message", { username: me.username, text, time: "2026-01-02T03:04:05.000Z" }),
    );
    socket.on("disconnect", () => people.delete(socket.id) && list());
  },
  names(socket) {
    socket.on("new-user", (name) => {
      people.set(socket.id, name);
      socket.broadcast.emit("user-connected", name);
    });
    socket.on("send-chat-message", (message) => socket.broadcast.emit("chat-message", { message, name: people.get(socket.id) }));
  },
  acknowledged(socket) {
    socket.on("join", ({ name, room }, callback) => {
      if (named().some((each) => each.name === name)) {
        return callback("Username is taken.");
      }
      people.set(socket.id, { name, room });
      socket.join(room);
      callback();
      chat.to(room).emit("roomData", { room, users: named() });
    });
    socket.on("sendMessage", (text, callback) => {
      const me = people.get(socket.id);
      chat.to(me.room).emit("message", { user: me.name, text });
      callback();
    });
    socket.on("disconnect", () => people.delete(socket.id));
  },
  message: (socket) => socket.on("message", (text) => chat.emit("message", text)),
  object: (socket) => socket.on("message", (text) => chat.emit("message", { user: "Bob", message: text })),
};

chat.on("connection", (socket) => {
  console.log(`connected ${JSON.stringify(socket.handshake.auth)}`);
  socket.conn.on("upgrade", (transport) => console.log(`upgraded ${transport.name}`));
  socket.onAny((...args) => console.log(`got ${JSON.stringify(args.map((each) => (typeof each === "function" ? "()" : each)))}`));
  shapes[opts.shape](socket);
});
process.stdin.on("data", () => chat.sockets.forEach((socket) => socket.conn.close()));
listen(server, opts);
