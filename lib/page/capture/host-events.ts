import type { ConsentAnswer } from "../../model/consent.ts";
import type { Attributes } from "../../model/primitives.ts";

export interface Identification {
  user: string | null;
  account?: string;
  traits?: Attributes;
  token?: string;
}

export interface HostEvents {
  /** The host says who is here. */
  identify(identification: Identification): void;
  /** The host says whether the person allows that something is kept and sent. */
  consent(answer: ConsentAnswer): void;
  /** The host names something that happened. */
  track(event: string): void;
}

/** A page that dispatches without end must not fill the device. */
const BURST = 100;
const PER_SECOND = 10;

/** As lib/model/event.ts, lib/model/feature.ts and lib/model/primitives.ts have them; a page loads no schemas. */
const MAX_ID = 200;
const MAX_TOKEN = 4096;
const MAX_EVENT = 100;
const MAX_TRAITS = 64;
const MAX_TRAIT = { name: 64, text: 256 };

/**
 * `document.dispatchEvent(new CustomEvent("waymark:identify", { detail: JSON.stringify({ user, account }) }))`,
 * `"waymark:consent"` with `{ consent }` and `"waymark:track"` with `{ event }`. `detail` is a JSON string, because objects do not cross into our world.
 * E6, E7 and E17 of docs/spec/events.md. Anything else is ignored and told in the page's console.
 */
export function watchHostEvents(host: HostEvents, signal: AbortSignal): void {
  let tokens = BURST;
  let refilled = performance.now();
  const allowed = () => {
    const now = performance.now();
    tokens = Math.min(BURST, tokens + ((now - refilled) / 1000) * PER_SECOND);
    refilled = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  const on = (type: string, handle: (detail: Record<string, unknown>) => boolean) => {
    addEventListener(
      type,
      (event) => {
        const detail = readDetail(event);
        if (!allowed()) return;
        if (!detail || !handle(detail)) console.warn(`waymark: ${type} ignored. ${HELP[type]}`);
      },
      { capture: true, signal },
    );
  };

  on("waymark:identify", ({ user, account, traits, token }) => {
    if (user !== null && !isText(user, MAX_ID)) return false;
    host.identify({
      user,
      ...(isText(account, MAX_ID) && { account }),
      ...(isText(token, MAX_TOKEN) && { token }),
      ...(isRecord(traits) && { traits: fitting(traits) }),
    });
    return true;
  });
  on("waymark:consent", ({ consent }) => {
    if (consent !== "granted" && consent !== "refused") return false;
    host.consent(consent);
    return true;
  });
  on("waymark:track", ({ event }) => {
    if (!isText(event, MAX_EVENT)) return false;
    host.track(event);
    return true;
  });
}

const HELP: Record<string, string> = {
  "waymark:identify":
    'detail must be a JSON string such as {"user":"u-17","account":"acme"}; user null logs out.',
  "waymark:consent": 'detail must be {"consent":"granted"} or {"consent":"refused"} as JSON.',
  "waymark:track": 'detail must be a JSON string such as {"event":"report.exported"}.',
};

function readDetail(event: Event): Record<string, unknown> | undefined {
  const { detail } = event as CustomEvent<unknown>;
  if (typeof detail !== "string" || detail.length > 16_384) return undefined;
  try {
    const value: unknown = JSON.parse(detail);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= maxLength;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Traits that are short and flat, as many as are kept: one that is not must not cost the others, nor the person. */
function fitting(traits: Record<string, unknown>): Attributes {
  const fit = Object.entries(traits).filter(
    ([name, value]) =>
      isText(name, MAX_TRAIT.name) &&
      (typeof value === "number" ||
        typeof value === "boolean" ||
        (typeof value === "string" && value.length <= MAX_TRAIT.text)),
  );
  return Object.fromEntries(fit.slice(0, MAX_TRAITS)) as Attributes;
}
