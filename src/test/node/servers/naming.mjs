// A chat that tells who wrote what as `Name: text`, numbers its messages and acknowledges. Keeps an array.
// --refuse CODE refuses each text first once.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ refuse: "" });
const server = createServer((_, res) => res.end("<script>socket.emit('chat message', text, id, (error) => show(error))</script>"));
const io = new Server(server);
const messages = [];
const refused = new Set();

io.on("connection", (socket) => {
  const auth = socket.handshake.auth;
  const name = auth.name ?? "guest";
  const send = (to, { text, seq, from }) => to.emit("chat message", `${from}: ${text}`, seq);
  console.log(`connected ${JSON.stringify(auth)}`);
  messages.slice(auth.serverOffset ?? messages.length).forEach((message) => send(socket, message));
  socket.on("chat message", (text, id, ack) => {
    console.log(`message ${JSON.stringify(text)}`);
    if (opts.refuse && !refused.has(id)) {
      refused.add(id);
      ack({ error: opts.refuse, message: "The test says no.", retryAfterMs: 20 });
      return;
    }
    if (!messages.some((each) => each.id === id)) {
      const message = { text, seq: messages.length + 1, id, from: name };
      messages.push(message);
      send(io, message);
    }
    ack();
  });
});

listen(server, opts);
