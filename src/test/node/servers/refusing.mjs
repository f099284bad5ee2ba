// Socket.IO 4 that lets nobody in.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const server = createServer();
new Server(server).use((_, next) => next(new Error("members only")));
listen(server, options());
