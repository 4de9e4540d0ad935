import type { Rate } from "./deps.ts";
import { networksOf } from "./outbound/networks.ts";

export interface Settings {
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string | undefined;
  /** Used at first start instead of random ones. */
  adminToken: string | undefined;
  writeKey: string | undefined;
  rate: Rate | null;
  /** Unknown keys and tokens from one address. */
  tries: Rate | null;
  /** Requests with one personal token. */
  questions: Rate | null;
  /** Networks of proxies that say from where requests come. */
  proxies: readonly string[];
  /** Own networks to which messages may be forwarded. */
  networks: readonly string[];
  /** The server that takes e-mail from us, and whom it comes from; null: none. */
  mail: { url: string; from: string } | null;
}

/** Reads the environment. Throws with a sentence for the person who set it. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const perSecond = whole("WAYMARK_RATE", env.WAYMARK_RATE || "5000", 1_000_000);
  const questions = whole("WAYMARK_QUESTION_RATE", env.WAYMARK_QUESTION_RATE || "100", 1_000_000);
  const tries = whole("WAYMARK_TRIES", env.WAYMARK_TRIES || "10", 1_000_000);
  return {
    port: whole("PORT", env.PORT || "8787", 65_535),
    host: env.HOST || "127.0.0.1",
    dataFolder: env.WAYMARK_DATA || ".data/server",
    databaseUrl: env.DATABASE_URL || undefined,
    adminToken: secret("WAYMARK_ADMIN_TOKEN", env.WAYMARK_ADMIN_TOKEN, 16),
    writeKey: secret("WAYMARK_WRITE_KEY", env.WAYMARK_WRITE_KEY, 8),
    networks: networks("WAYMARK_FORWARD_NETWORKS", env.WAYMARK_FORWARD_NETWORKS),
    mail: mail(env.SMTP_URL, env.SMTP_FROM),
    proxies: networks("WAYMARK_TRUSTED_PROXIES", env.WAYMARK_TRUSTED_PROXIES),
    rate: rateOf(perSecond, perSecond * 10),
    questions: rateOf(questions, questions * 10),
    tries: rateOf(tries / 60, tries * 2),
  };
}

function rateOf(perSecond: number, burst: number): Rate | null {
  return perSecond === 0 ? null : { perSecond, burst };
}

function whole(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new Error(`${name} is "${text}", but must be a whole number from 0 to ${max}.`);
  }
  return value;
}

function mail(url = "", from = ""): Settings["mail"] {
  if (url === "" && from === "") return null;
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol !== "smtp:" && protocol !== "smtps:") {
    throw new Error(
      "SMTP_URL must be such as smtps://user:password@mail.example.com or smtp://127.0.0.1:1025 (it is not shown here).",
    );
  }
  if (!/^[^\s<>@]+@[^\s<>@]+$|^[^<>]+ <[^\s<>@]+@[^\s<>@]+>$/.test(from)) {
    throw new Error(
      `SMTP_FROM is "${from}", but must be an address such as waymark@example.com or Waymark <waymark@example.com>.`,
    );
  }
  return { url, from };
}

function networks(name: string, text = ""): string[] {
  const named = text.split(",").flatMap((part) => part.trim() || []);
  try {
    networksOf(named);
    return named;
  } catch (error) {
    throw new Error(
      `${name} names "${(error as Error).message}", but must be networks such as 10.0.0.0/8, fd00::/8 or 127.0.0.1/32, with commas between them.`,
    );
  }
}

function secret(name: string, text: string | undefined, min: number): string | undefined {
  if (!text) return undefined;
  if (text.length < min || text.length > 200 || !/^[\w.~-]+$/.test(text)) {
    throw new Error(
      `${name} must have ${min} to 200 letters, digits, "_", "-", "." or "~" (it is not shown here).`,
    );
  }
  return text;
}
