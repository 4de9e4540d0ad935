import type { Isolated } from "../../support/isolate.ts";
import type { World } from "../page/support/world.ts";

/** Notes from now on what a screen reader is given to say, in order. */
export async function listen(world: Isolated<World>): Promise<() => Promise<string[]>> {
  await world.evaluate(`(() => {
    globalThis.heard = [];
    const voices = new WeakSet();
    const follow = () => {
      for (const overlay of document.querySelectorAll("waymark-overlay")) {
        const voice = overlay.shadowRoot?.querySelector("[role=status]");
        if (!voice || voices.has(voice)) continue;
        voices.add(voice);
        const say = () => voice.textContent && heard.push(voice.textContent);
        say();
        new MutationObserver(say).observe(voice, { childList: true, characterData: true, subtree: true });
      }
    };
    new MutationObserver(follow).observe(document, { childList: true, subtree: true });
  })()`);
  return () => world.evaluate<string[]>("heard");
}
