import { type Browser, browser } from "wxt/browser";
import type { ElementCondition } from "../model/selector.ts";
import type { ChangedMessage, PageMessage, PageSight, Reply } from "./protocol.ts";
import type { Sender } from "./server.ts";

/** The background's side of messaging: the only file that receives and broadcasts. */

/** Registers at once, as a worker must, or the message that woke it is lost. */
export function listen(serve: (message: unknown, sender: Sender) => Promise<Reply | undefined>) {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== browser.runtime.id) return undefined;
    void serve(message, toSender(sender)).then((reply) => respond(reply));
    return true;
  });
}

/** A tab without our agent does not answer; that is no error. */
export async function tellTab(tab: number, message: PageMessage, frame?: number): Promise<void> {
  const to = frame === undefined ? {} : { frameId: frame };
  await browser.tabs.sendMessage(tab, message, to).catch(() => undefined);
}

/** A page that is frozen must not keep the person waiting. */
const LOOK_MS = 1_000;

/** What the top frame of a tab sees; undefined without an agent there, or one that does not answer. */
export async function askTab(
  tab: number,
  elements: readonly ElementCondition[],
): Promise<PageSight | undefined> {
  const message: PageMessage = { name: "look", elements: [...elements] };
  const answer: Promise<PageSight | undefined> = browser.tabs
    .sendMessage(tab, message, { frameId: 0 })
    .catch(() => undefined);
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), LOOK_MS);
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}

/** Without an open extension page nobody answers; that is no error. */
export async function tellExtensionPages(): Promise<void> {
  const message: ChangedMessage = { name: "changed" };
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

function toSender(sender: Browser.runtime.MessageSender): Sender {
  const url = sender.url ?? "";
  // The browser itself knows the origin; the address is what the sending process says.
  const isOurs = sender.origin
    ? sender.origin === location.origin
    : url.startsWith(`${location.origin}/`);
  return {
    kind: isOurs ? "extension" : "page",
    tab: sender.tab?.id,
    frame: sender.frameId,
    document: sender.documentId,
    url,
  };
}
