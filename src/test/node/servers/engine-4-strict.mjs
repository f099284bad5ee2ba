// Answers as a server of Engine.IO does to a protocol version that it does not support.
import { createServer } from "node:http";
import { listen, options } from "./listen.mjs";

listen(
  createServer((_, res) => {
    res.writeHead(400, { "Content-Type": "application/json" });
    res.end(JSON.stringify({ code: 5, message: "Unsupported protocol version" }));
  }),
  options(),
);
