// The tutorial's chat that keeps nothing (Express + socket.io 4): what comes in goes out to everyone, its author too.
// --ping is the heartbeat in ms, --transports what it allows. --step 6 appends a text of the server's own; --mute on takes
// messages and says nothing, --mute die ends with the first.
import { createServer } from "node:http";
import express from "express";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ step: "5", mute: "off", ping: "25000", transports: "polling,websocket" });
const app = express();
app.get("/", (_, res) => res.send("<h1>chat</h1><script>socket.emit('chat message', text)</script>"));
const server = createServer(app);
const io = new Server(server, {
  pingInterval: Number(opts.ping),
  pingTimeout: Number(opts.ping),
  transports: opts.transports.split(","),
});

io.on("connection", (socket) => {
  console.log(`connected ${socket.id} ${JSON.stringify(socket.handshake.auth)}`);
  socket.conn.on("upgrade", (transport) => console.log(`upgraded ${transport.name}`));
  socket.on("disconnect", (reason) => console.log(`disconnected ${socket.id} ${reason}`));
  socket.on("chat message", (text) => {
    console.log(`message ${JSON.stringify(text)}`);
    if (opts.mute === "die") {
      process.exit(0);
    }
    if (opts.mute === "on") {
      return;
    }
    if (opts.step === "6") {
      io.emit("chat message", text, "a text of the server's own");
    } else {
      io.emit("chat message", text);
    }
  });
});

listen(server, opts);
