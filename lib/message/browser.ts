import { browser } from "wxt/browser";
import { createClient } from "./client.ts";
import type { ChangedMessage, PageMessage } from "./protocol.ts";

/** Messages of content scripts and extension pages. The background's side is `listen.ts`. */

export const send = createClient((message) => browser.runtime.sendMessage(message));

/** What the background tells this page. What the listener returns is its answer. */
export function onPageMessage(
  listener: (message: PageMessage) => unknown,
  signal: AbortSignal,
): void {
  subscribe((message) => listener(message as PageMessage), signal);
}

/** The background's state changed: ask again. */
export function onChanged(listener: () => void, signal: AbortSignal): void {
  subscribe((message) => {
    if ((message as ChangedMessage).name === "changed") listener();
  }, signal);
}

/** False as soon as the extension was updated, removed or switched off under a living content script. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}

function subscribe(listener: (message: unknown) => unknown, signal: AbortSignal): void {
  const receive = (message: unknown, _sender: unknown, respond: (answer: unknown) => void) => {
    const answer = listener(message);
    if (answer !== undefined) respond(answer);
    return undefined;
  };
  browser.runtime.onMessage.addListener(receive);
  signal.addEventListener("abort", () => browser.runtime?.onMessage?.removeListener(receive), {
    once: true,
  });
}
