// The tutorial's chat that stores (steps 7 to 9), with an array for the database: numbers its messages, sends what came
// after `serverOffset`, and from step 8 on acknowledges and stores one `clientOffset` once. --ack no holds acknowledgements
// and echoes back for ever, with everything stored; --others on echoes to all but the author; --filled N starts with N messages.
import { createServer } from "node:http";
import express from "express";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ step: "8", ack: "yes", others: "off", filled: "0" });
const app = express();
// The pages of these steps, as far as they show what their server takes.
const arguments7 = "input.value";
const arguments8 = "input.value, clientOffset";
app.get("/", (_, res) =>
  res.send(`<h1>chat</h1><script>
    const socket = io({ auth: { serverOffset: 0 }${opts.step === "7" ? "" : ", ackTimeout: 10000, retries: 3"} });
    socket.emit('chat message', ${opts.step === "7" ? arguments7 : arguments8});
  </script>`),
);
const server = createServer(app);
const io = new Server(server);
const messages = Array.from({ length: Number(opts.filled) }, (_, i) => ({ text: `old message ${i}` }));

io.on("connection", (socket) => {
  console.log(`connected ${socket.id} ${JSON.stringify(socket.handshake.auth)}`);
  socket.on("disconnect", (reason) => console.log(`disconnected ${socket.id} ${reason}`));
  socket.on("chat message", (text, clientOffset, ack) => {
    const numbered = opts.step !== "7";
    console.log(`message ${JSON.stringify(text)}`);
    if (numbered && messages.some((each) => each.clientOffset === clientOffset)) {
      ack?.();
      return;
    }
    messages.push({ text, clientOffset });
    if (opts.ack === "no") {
      return;
    }
    (opts.others === "on" ? socket.broadcast : io).emit("chat message", text, messages.length);
    if (numbered) {
      ack?.();
    }
  });
  const after = socket.handshake.auth.serverOffset || 0;
  messages.slice(after).forEach((each, index) => socket.emit("chat message", each.text, after + index + 1));
});

listen(server, opts);
