import { once } from "node:events";
import type { Progress } from "./progress.ts";
import type { Stage } from "./stage.ts";

/** Opens Node-RED in the visible browser, says where everything is, and waits until the person closes it. */
export async function leaveToThePerson(
  { server, host, waymark, page }: Stage,
  { heading, line, step }: Progress,
): Promise<void> {
  await step("Node-RED opened, with the side panel beside it", async () => {
    await page.goto(host.url);
    await waymark.sidePanel(page);
  });
  heading("Now it is yours: follow the tour in the browser window");
  line(`Node-RED       ${host.url}`);
  line(`Console        chrome-extension://${waymark.extensionId}/console.html`);
  line(`Options        chrome-extension://${waymark.extensionId}/options.html`);
  line(`Server         ${server.url}`);
  line(`Its API        ${server.url}/openapi.json`);
  line(`Admin token    ${server.adminToken}`);
  heading("Close the browser or press Ctrl-C to end.");
  await once(waymark.context as unknown as NodeJS.EventEmitter, "close");
}
