import { createTransport } from "nodemailer";
import { RULES, sayRule } from "../../lib/model/rule.ts";
import type { Answer } from "../forward/judge.ts";
import type { Mail, Mailer } from "../forward/mail.ts";
import { causeOf } from "./cause.ts";

/** What a mail server may take to answer. */
const PATIENCE_MS = 20_000;

const STOPPED: Answer = { status: null, why: RULES.serverStopped };

/** E-mail by the server that the settings name. `url`: such as "smtps://user:password@mail.example.com". */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  const transport = createTransport({ url, ...patience }, { from });
  const send = async ({ id, to, subject, text }: Mail): Promise<Answer> => {
    try {
      await transport.sendMail({
        to: [...to],
        subject,
        text,
        messageId: `<${id}@waymark>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return { status: 200, retryAfter: null };
    } catch (error) {
      return answerOf(error);
    }
  };
  return async (mail, signal) => {
    if (signal.aborted) return STOPPED;
    const settled = new AbortController();
    // A server that ends does not wait for a mail server; what was under way is sent again, with its id.
    const ended = new Promise<Answer>((resolve) => {
      const options = { once: true, signal: settled.signal };
      signal.addEventListener("abort", () => resolve(STOPPED), options);
    });
    const answer = await Promise.race([send(mail), ended]);
    settled.abort();
    return answer;
  };
}

/** 5xx of SMTP about the message or its recipients is a verdict; of keys, and 4xx, it is none. */
function answerOf(error: unknown): Answer {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode === undefined) return { status: null, why: causeOf(error) };
  const why = sayRule("mailAnswered", { status: responseCode });
  const isVerdict = responseCode >= 500 && code !== "EAUTH";
  return { status: isVerdict ? 422 : 421, retryAfter: null, why };
}
