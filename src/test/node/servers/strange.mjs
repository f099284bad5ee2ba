// A Socket.IO 4 server that is no chat of any known kind. --says NAME,NAME is what it tells every newcomer; --page NAME,NAME
// what its page sends. It prints whatever comes, and answers nothing.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen, options } from "./listen.mjs";

const opts = options({ says: "", page: "" });
const names = (list) => list.split(",").filter((name) => name);
const code = names(opts.page).map((name) => `socket.emit('${name}', value);`);
const server = createServer((_, res) => {
  res.statusCode = code.length > 0 ? 200 : 404;
  res.end(`<script>${code.join("\n")}</script>`);
});
const io = new Server(server);
io.on("connection", (socket) => {
  console.log("connected");
  socket.onAny((...args) => console.log(`got ${JSON.stringify(args.filter((each) => typeof each !== "function"))}`));
  names(opts.says).forEach((name) => socket.emit(name, { message: "something" }));
});
listen(server, opts);
