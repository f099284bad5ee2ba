// The tutorial's chat without a page and without a word on the console: the peer of the fan-out benchmark.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const server = createServer();
const io = new Server(server);
io.on("connection", (socket) => socket.on("chat message", (text) => io.emit("chat message", text)));
listen(server, options());
