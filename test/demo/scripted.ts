import type { Guide } from "../../lib/model/guide.ts";
import { localize } from "../../lib/model/locale.ts";
import { createNodeRedUser, type NodeRedUser } from "../hosts/node-red-user.ts";
import { ACTIVATION, readDemoContent } from "../support/demo-content.ts";
import { until } from "../support/until.ts";
import type { Gallery } from "./gallery.ts";
import type { Progress } from "./progress.ts";
import type { Stage } from "./stage.ts";

/** What the scripted person does at each step of the tour, in words and with the mouse. */
const HANDS: Record<string, { does: string; act: (user: NodeRedUser) => Promise<void> }> = {
  "add-tab": { does: "pressed +", act: (user) => user.addTab() },
  "add-inject": {
    does: "dragged an Inject node onto the canvas",
    act: (user) => user.dragNode("inject", { x: 620, y: 340 }),
  },
  "add-debug": {
    does: "dragged a Debug node onto the canvas",
    act: (user) => user.dragNode("debug", { x: 880, y: 340 }),
  },
  wire: { does: "drew a wire between them", act: (user) => user.wire() },
  deploy: { does: "pressed Deploy", act: (user) => user.deploy() },
};

/** Plays a person who follows the tour to its end and reads the hint that comes after it. */
export async function playTour(
  { host, page, waymark }: Stage,
  { heading, step }: Progress,
  gallery: Gallery,
  locale: string,
): Promise<void> {
  heading("A scripted person opens Node-RED and follows the tour");
  const user = createNodeRedUser(page, host.url);
  await step("Node-RED opened", () => user.open());
  const { guides } = await readDemoContent();
  const [tour] = guides as [Guide];
  for (const [index, { id, title }] of tour.steps.entries()) {
    const name = localize(title, [locale]);
    const card = page.getByRole("dialog", { name });
    const hand = HANDS[id];
    await step(
      `${index + 1}/${tour.steps.length} "${name}": ${hand?.does ?? "pressed Next"}`,
      async () => {
        await card.waitFor();
        await gallery.shoot(page, `tour-${index + 1}-${id}`);
        if (hand) await hand.act(user);
        else await card.getByRole("button").last().click();
        await card.waitFor({ state: "hidden" });
      },
    );
  }
  await step(`Signal "${ACTIVATION}" became true on the device`, () =>
    until(
      `signal ${ACTIVATION}`,
      () => waymark.send("signals.list", {}),
      ({ signals }) =>
        signals.some(({ definition, value }) => definition.id === ACTIVATION && value === true),
    ),
  );
  const [hint] = guides.filter(({ id }) => id === "watch-debug-messages") as [Guide];
  await step("The hint that waited for this signal shows, and is put away", async () => {
    const card = page.getByRole("dialog", { name: localize(hint.name, [locale]) });
    await card.waitFor();
    await gallery.shoot(page, "hint-watch-debug-messages");
    await card.getByRole("button").last().click();
    await card.waitFor({ state: "hidden" });
  });
  await step("Opened the Help sidebar", () => user.openSidebarTab("help"));
}
