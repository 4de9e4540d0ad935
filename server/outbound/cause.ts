import { RULES, sayRule } from "../../lib/model/rule.ts";

/** By the codes of Node's connections. */
const CAUSES: Readonly<Record<string, keyof typeof RULES>> = {
  ECONNREFUSED: "connectionRefused",
  ENOTFOUND: "hostUnknown",
  EDNS: "hostUnknown",
  EAI_AGAIN: "hostLookup",
  ECONNRESET: "connectionCut",
  EPIPE: "connectionCut",
  ETIMEDOUT: "answerLate",
  EHOSTUNREACH: "hostUnreachable",
  ENETUNREACH: "hostUnreachable",
  CERT_HAS_EXPIRED: "certificateExpired",
  ERR_TLS_CERT_ALTNAME_INVALID: "certificateName",
  DEPTH_ZERO_SELF_SIGNED_CERT: "certificateAuthority",
  SELF_SIGNED_CERT_IN_CHAIN: "certificateAuthority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificateAuthority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificateAuthority",
  EPROTO: "tlsFailed",
  EAUTH: "passwordRefused",
};

/** Why a connection came to nothing, in words: never the address, a name or what was sent. */
export function causeOf(error: unknown): string {
  const { name, code, message } = causeIn(error);
  if (name === "TimeoutError") return RULES.answerLate;
  if (name === "AbortError") return RULES.serverStopped;
  const known = CAUSES[code] ?? CAUSES[codeIn(message)];
  if (known) return RULES[known];
  if (code.startsWith("HPE_")) return RULES.answerNoHttp;
  if (code.startsWith("ERR_SSL")) return RULES.tlsFailed;
  return /^[A-Z][A-Z0-9_]{2,40}$/.test(code)
    ? sayRule("connectionFailed", { code })
    : RULES.unanswered;
}

interface Fault {
  name: string;
  code: string;
  message: string;
}

/** Of several addresses that were tried, the first. An aborted request names its reason as its cause. */
function causeIn(error: unknown): Fault {
  const { errors, cause, name, code, message } = (error ?? {}) as Record<string, unknown>;
  const [first] = Array.isArray(errors) ? errors : [];
  if (first) return causeIn(first);
  if ((cause as { name?: unknown } | undefined)?.name === "TimeoutError") return causeIn(cause);
  return { name: String(name), code: String(code ?? ""), message: String(message ?? "") };
}

/** Some libraries put a code of their own in its place, and the system's into the text. */
function codeIn(message: string): string {
  return /\bE[A-Z]{3,}(?:_[A-Z]+)?\b/.exec(message)?.[0] ?? "";
}
