// A web server that knows no Socket.IO. --answer html says 200 and a page to everything, 404 is Express's own answer,
// silent takes the connection and never says a word.
import { createServer as createTcp } from "node:net";
import { createServer } from "node:http";
import express from "express";
import { listen, options } from "./listen.mjs";

const opts = options({ answer: "404" });
const app = express();
if (opts.answer === "html") {
  app.use((_, res) => res.send("<!doctype html><title>A page</title><h1>Hello</h1>"));
}
listen(opts.answer === "silent" ? createTcp((socket) => socket.on("error", () => {})) : createServer(app), opts);
