import { expect, test } from "vitest";
import { runToEnd, startChild } from "./child.ts";

const script = (code: string) => ({
  name: "The script",
  args: ["-e", code],
  ready: /ready at (\S+)/,
});
const FOREVER = "setInterval(() => undefined, 1000);";

test("a process is there when it has said that it is ready", async () => {
  const child = await startChild(script(`console.log("ready at port-1"); ${FOREVER}`));
  expect(child.ready[1]).toBe("port-1");
  await child.stop();
  expect(() => process.kill(child.pid, 0)).toThrow();
});

test("a process that ends too early is an error with what it printed", async () => {
  const start = startChild(script(`console.error("no disk left"); process.exit(3)`));
  await expect(start).rejects.toThrow(/The script ended \(code 3\).*\n.*no disk left/s);
});

test("a process that is never ready is ended", async () => {
  const start = startChild({ ...script(FOREVER), timeoutMs: 200 });
  await expect(start).rejects.toThrow("not ready after 0.2 s");
});

test("a program that does not exist has an exit code too", async () => {
  expect(await runToEnd("no-such-program-here", [])).not.toBe(0);
});
