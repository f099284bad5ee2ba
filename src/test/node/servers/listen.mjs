// Shared by the servers here: the options of the command line and the line that says where they listen.
import { parseArgs } from "node:util";

/** Options that every server takes: `--port 0` is any free one. Further ones are given as text defaults. */
export function options(more = {}) {
  const known = { port: { type: "string", default: "0" }, host: { type: "string", default: "127.0.0.1" } };
  for (const [name, value] of Object.entries(more)) {
    known[name] = { type: "string", default: value };
  }
  return parseArgs({ options: known }).values;
}

/** Listens and prints `listening PORT` when others may come. Ends with its standard input, so that none is left behind. */
export function listen(server, { port, host }) {
  server.listen(Number(port), host, () => console.log(`listening ${server.address().port}`));
  process.stdin.resume();
  process.stdin.on("end", () => process.exit(0));
}
