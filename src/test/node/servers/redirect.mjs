// Leads everyone elsewhere: to the same path at --to, or with --location to that very address. --status is its way to say so.
import { createServer } from "node:http";
import { listen, options } from "./listen.mjs";

const opts = options({ to: "", location: "", status: "302" });
listen(
  createServer((req, res) => {
    console.log(`asked ${req.url}`);
    const to = opts.to === "self" ? `http://${req.headers.host}` : opts.to;
    res.writeHead(Number(opts.status), { Location: opts.location || to + req.url });
    res.end();
  }),
  opts,
);
