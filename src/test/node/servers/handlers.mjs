// Plain chats as people write them (Express + socket.io 4), by the arguments that their `chat message` takes: --handler
// text, callback, offset, name, room, object or nest. None minds a client that sends something else, so a wrong guess ends
// the process, garbles the text or sends it elsewhere. --page on serves the page that belongs to it, script the same with its code in
// a file; --path is where the chat lives; --numbers on tells decimal strings for offsets and replays; --refuse WORDS lets nobody in.
import { createServer } from "node:http";
import express from "express";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ handler: "text", page: "off", path: "/", numbers: "off", filled: "0", refuse: "" });
const emits = {
  text: "socket.emit('chat message', input.value);",
  callback: "socket.emit('chat message', input.value, (answer) => console.log(answer));",
  offset: "const clientOffset = `${socket.id}-${counter++}`;\nsocket.emit('chat message', input.value, clientOffset);",
  name: "socket.emit('chat message', input.value, username);",
  room: "socket.emit('chat message', input.value, currentRoom);",
  nest: "socket.emit('chat message', input.value);",
};
const code = `const socket = io({ path: "${opts.path}socket.io"${opts.handler === "offset" ? ", retries: 3" : ""} });
form.addEventListener("submit", (e) => { e.preventDefault(); ${emits[opts.handler]} });`;
const page =
  opts.page === "script"
    ? `<script src="${opts.path}socket.io/socket.io.js"></script><script type="module" src="assets/app.js"></script>`
    : `<script>${code}</script>`;

const app = express();
app.use((req, _, next) => {
  console.log(`asked ${req.url}`);
  next();
});
if (opts.page !== "off") {
  app.get(opts.path, (_, res) => res.send(`<!doctype html><h1>chat</h1>${page}`));
  app.get(`${opts.path}assets/app.js`, (_, res) => res.type("js").send(code));
}
const server = createServer(app);
const io = new Server(server, { path: `${opts.path}socket.io` });
const messages = Array.from({ length: Number(opts.filled) }, (_, i) => ({ text: `old ${i + 1}`, name: "Bob" }));
if (opts.refuse) {
  io.use((_, next) => next(new Error(opts.refuse)));
}

function tell(text) {
  messages.push({ text, name: "Bob" });
  if (opts.numbers === "on") {
    io.emit("chat message", text, String(messages.length), "Bob");
  } else {
    io.emit("chat message", text);
  }
}

const handlers = {
  text: (msg) => tell(msg),
  callback: (msg, callback) => {
    tell(msg);
    callback({ status: "ok" });
  },
  offset: (msg, clientOffset, callback) => {
    if (typeof clientOffset !== "string") {
      throw new Error("SQLITE_MISMATCH");
    }
    tell(msg);
    callback();
  },
  name: (msg, name) => tell(`${name}: ${msg}`),
  room: (msg, room) => io.to(room).emit("chat message", msg),
  // As NestJS hands over a message's body.
  nest: (...args) => {
    const ack = typeof args.at(-1) === "function" ? args.pop() : undefined;
    tell(args.length === 1 ? args[0] : args);
    ack?.("done");
  },
};

io.on("connection", (socket) => {
  console.log(`connected ${JSON.stringify(socket.handshake.auth)}`);
  socket.on("chat message", (...args) => {
    console.log(`got ${JSON.stringify(args.map((each) => (typeof each === "function" ? "()" : each)))}`);
    handlers[opts.handler](...args);
  });
  if (opts.numbers === "on") {
    const after = Number(socket.handshake.auth.serverOffset ?? 0);
    messages.slice(after).forEach((each, i) => socket.emit("chat message", each.text, String(after + i + 1), each.name));
  }
});

listen(server, opts);
