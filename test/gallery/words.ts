import { MESSAGES, type MessageKey } from "../../lib/i18n/messages.ts";

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Exactly these words of the interface, in whatever language the page is; a place for something fits anything. */
export function words(key: MessageKey): RegExp {
  const either = [MESSAGES.en[key], MESSAGES.ru[key]].map((text) =>
    escaped(String(text)).replace(/\\\{\w+\\\}/g, ".*"),
  );
  return new RegExp(`^(?:${either.join("|")})$`, "s");
}
