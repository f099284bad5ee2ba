// Socket.IO 2, which speaks Engine.IO 3 only.
import { createServer } from "node:http";
import Server from "socket.io-2";
import { listen, options } from "./listen.mjs";

const server = createServer();
const io = new Server(server);
io.on("connection", (socket) => socket.on("chat message", (text) => io.emit("chat message", text)));
listen(server, options());
