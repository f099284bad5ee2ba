// Sends every newcomer what no chat should, then one message that is fine; --cut on ends the connection from the server.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ cut: "off" });
const server = createServer();
const io = new Server(server);
const deep = "[".repeat(2_000) + "]".repeat(2_000);

io.on("connection", (socket) => {
  console.log("connected");
  if (opts.cut === "on") {
    socket.disconnect();
    return;
  }
  const odd = [[], [null], [1], [true], [{}], [["text"]], [{ username: "x", message: { no: "text" } }], [Buffer.from("bytes")]];
  odd.forEach((args) => socket.emit("chat message", ...args));
  socket.emit("unheard of", 1, "two");
  socket.emit("chat message", "odd offset", { not: "a number" });
  socket.emit("chat message", "odd envelope", 7, { id: 5 });
  socket.emit("chat message", "asks for an answer", () => console.log("answered"));
  socket.conn.write('2["chat message",');
  socket.conn.write("2" + deep);
  socket.conn.write("9nonsense");
  socket.conn.write('299999999999999["chat message","a number out of range"]');
  socket.conn.write("3999[]");
  socket.conn.write('5999999-["chat message",{"_placeholder":true,"num":5}]');
  socket.conn.write('2["chat message","still fine"]');
});

listen(server, opts);
