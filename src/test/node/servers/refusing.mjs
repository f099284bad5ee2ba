// Socket.IO 4 that lets nobody in. --when request refuses the request itself, as Hearth refuses a name that it does not know.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ when: "connect" });
const server = createServer();
if (opts.when === "request") {
  new Server(server, { allowRequest: (_, answer) => answer("members only", false) });
} else {
  new Server(server).use((_, next) => next(new Error("members only")));
}
listen(server, opts);
