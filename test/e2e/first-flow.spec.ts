import { expect, test } from "@playwright/test";
import { openGallery } from "../demo/gallery.ts";
import { createProgress } from "../demo/progress.ts";
import { playTour } from "../demo/scripted.ts";
import { PERSON, setStage } from "../demo/stage.ts";
import { ACTIVATION } from "../support/demo-content.ts";
import { until } from "../support/until.ts";

const stops: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

for (const locale of ["en-US", "ru-RU"]) {
  test(`a person who follows the tour in Node-RED counts as activated on the server (${locale})`, async () => {
    test.setTimeout(120_000);
    const output = test.info().outputPath("tour");
    const progress = createProgress(() => undefined);
    const stage = await setStage({ visible: false, locale, output }, progress, (stop) =>
      stops.push(stop),
    );
    await playTour(stage, progress, await openGallery(output), locale);
    await stage.waymark.send("sync.now", {});
    const users = await until(
      "activation on the server",
      () => stage.server.activated(ACTIVATION),
      (found) => found.length > 0,
    );
    expect(users.map(({ user, account }) => ({ user, account }))).toEqual([PERSON]);
    expect(await stage.server.uses("add-node")).toBe(2);
    expect(await stage.server.uses("deploy")).toBe(1);
  });
}
