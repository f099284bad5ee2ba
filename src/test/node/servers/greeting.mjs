// A Hearth host's plain door, as far as its words go: greets who asks for it and tells who wrote what. Keeps an array.
// --envelope off sends `Name: text` to everyone, as plain clients get it; --refuse CODE refuses each text first once.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ envelope: "on", refuse: "" });
const server = createServer((_, res) => res.end("<script>socket.emit('chat message', text, id, (error) => show(error))</script>"));
const io = new Server(server);
const messages = [];
const refused = new Set();

function send(socket, message) {
  const { text, seq, id, from, at } = message;
  if (opts.envelope === "on" && socket.handshake.auth.hearth) {
    socket.emit("chat message", text, seq, { id, from, at, seq });
  } else {
    socket.emit("chat message", `${from.name}: ${text}`, seq);
  }
}

io.on("connection", (socket) => {
  const auth = socket.handshake.auth;
  const you = { id: auth.key ?? socket.id, name: auth.name ?? "guest" };
  console.log(`connected ${JSON.stringify(auth)}`);
  if (auth.hearth) {
    socket.emit("hearth", { v: 1, host: { name: "Test", version: "0" }, you, last: messages.length });
  }
  messages.slice(auth.serverOffset ?? messages.length).forEach((message) => send(socket, message));
  socket.on("chat message", (text, id, ack) => {
    console.log(`message ${JSON.stringify(text)}`);
    if (opts.refuse && !refused.has(id)) {
      refused.add(id);
      ack({ error: opts.refuse, message: "The test says no.", retryAfterMs: 20 });
      return;
    }
    if (!messages.some((each) => each.id === id)) {
      const message = { text, seq: messages.length + 1, id, from: you, at: Date.now() };
      messages.push(message);
      io.sockets.sockets.forEach((each) => send(each, message));
    }
    ack();
  });
});

listen(server, opts);
