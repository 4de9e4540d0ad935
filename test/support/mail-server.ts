import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  mails: { from: string; to: string[]; text: string }[];
  /** What the next mails are answered with instead of being taken. */
  refusals: { code: number; message: string }[];
  close(): Promise<void>;
}

/** A mail server that keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const mails: MailServer["mails"] = [];
  const refusals: MailServer["refusals"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    async onData(stream, session, done) {
      const text = Buffer.concat((await Array.fromAsync(stream)) as Buffer[]).toString();
      const refusal = refusals.shift();
      if (refusal) {
        done(Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
        return;
      }
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom === false ? "" : mailFrom.address;
      mails.push({ from, to: rcptTo.map(({ address }) => address), text });
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, mails, refusals, close };
}
