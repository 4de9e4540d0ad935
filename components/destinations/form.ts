import { ACCOUNT_NEWS, type AccountNewsName } from "../../lib/model/account-news.ts";
import type { Forward, NewForward } from "../../lib/model/forward.ts";

/** What a person fills in. */
export interface DestinationForm {
  id: string;
  kind: NewForward["kind"];
  url: string;
  /** E-mail: addresses with commas between them. */
  addresses: string;
  toOwner: boolean;
  /** Webhook: signed, rather than with a token. */
  sign: boolean;
  /** Key or token; empty: as it was. */
  secret: string;
  takes: "all" | "playbooks";
  /** Several in one request; not asked for here, and kept. */
  batch: boolean;
  changes: readonly AccountNewsName[];
}

export const EMPTY_FORM: DestinationForm = {
  id: "",
  kind: "cloudevents",
  url: "",
  addresses: "",
  toOwner: true,
  sign: true,
  secret: "",
  takes: "playbooks",
  batch: false,
  changes: ["account.changed", "account.stage_changed", "risk.changed", "health.band_changed"],
};

export function formOf(of: Forward): DestinationForm {
  const { id, kind, url, toOwner, sign, takes, batch, changes } = of;
  const isMail = kind === "email";
  return {
    ...{ id, kind, toOwner, sign, takes, batch, changes, secret: "" },
    url: isMail ? "" : url,
    addresses: isMail ? url.replace(/^mailto:/, "").replaceAll(",", ", ") : "",
  };
}

/** What has to be mended before it can be sent. A new target takes no name that another one has: it would replace it. */
export function faultsOf(
  { kind, id, url }: DestinationForm,
  taken: readonly string[],
): { id?: "required" | "taken"; url?: "required" } {
  const name = id.trim();
  return {
    ...(name === "" ? { id: "required" } : taken.includes(name) && { id: "taken" }),
    ...(kind !== "email" && url.trim() === "" && { url: "required" }),
  };
}

/** As the server takes it. */
export function destinationOf(form: DestinationForm): NewForward {
  const { kind, url, addresses, toOwner, sign, secret, takes, batch, changes } = form;
  if (kind === "email") {
    const to = addresses.split(/[\s,;]+/).filter((one) => one !== "");
    return { kind, url: `mailto:${to.join(",")}`, toOwner };
  }
  const isSigned = kind === "cloudevents" && sign;
  return {
    kind,
    url: url.trim(),
    takes,
    changes: ACCOUNT_NEWS.filter((one) => changes.includes(one)),
    sign: isSigned,
    ...(batch && { batch }),
    ...(secret !== "" && !isSigned && { secret }),
  };
}
