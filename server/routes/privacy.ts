import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { eventTime } from "../ingest/time.ts";
import { listActs, noteAct } from "../privacy/acts.ts";
import { erase } from "../privacy/erase.ts";
import { exportData } from "../privacy/export.ts";
import { findMentions, takeOut } from "../privacy/mentions.ts";
import { wordsAlone } from "../privacy/person.ts";
import { type Proven, readProof } from "../privacy/proof.ts";
import { fingerprint, type Subject } from "../privacy/subject.ts";
import { principalOf } from "./principal.ts";

/** Each looks for somebody everywhere, and while one deletes nothing is stored. */
const WEIGHT = 50;

/** What people may ask about themselves, and administrators about people. */
export function privacyRoutes({ db, clock, newId }: Deps): Route[] {
  const act = (call: Parameters<typeof principalOf>[0], whose: Proven, at: number) => {
    const { workspace, id: askedBy } = principalOf(call);
    const { subject, proof } = whose;
    const name = fingerprint(workspace, subject, whose.id);
    return { workspace, id: newId(), at, subject, fingerprint: name, proof, askedBy };
  };
  return [
    route({
      method: "POST",
      path: "/v1/privacy/delete",
      access: "device",
      weight: WEIGHT,
      summary:
        "Delete what is kept about a person, or came from a device, and take nothing of before again. Waymark-Device, Waymark-Identity or an administrator's token says about whom.",
      body: "deletion-order",
      reply: "deletion-report",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const now = clock();
        const time = eventTime(call.body.at, call.body.sentAt, now);
        if (!time) {
          throw badRequest([
            { path: "at", found: "another time", allowed: "an ISO time in the past" },
          ]);
        }
        const at = Math.min(time.at, now);
        const subject = subjectOf(call.body.of);
        const proven = await readProof(db, principalOf(call), call.request, { subject, at, now });
        const deleted = await db.erase(workspace, async (sql) => {
          const report: { subject: Subject["subject"]; events: number }[] = [];
          for (const whose of proven) {
            // The device itself goes by another name from now on.
            const until = whose.proof === "device" ? null : at;
            const events = await erase(sql, workspace, whose, until);
            await noteAct(sql, { ...act(call, whose, now), act: "delete", events });
            report.push({ subject: whose.subject, events });
          }
          return report;
        });
        return { body: { deleted } };
      },
    }),
    route({
      method: "POST",
      path: "/v1/privacy/export",
      access: "device",
      weight: WEIGHT,
      summary: "What is kept about a person, or came from a device. Asked for as a deletion is.",
      body: "export-order",
      reply: "data-export",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const now = clock();
        const subject = subjectOf(call.body.of);
        const about = await readProof(db, principalOf(call), call.request, {
          subject,
          at: now,
          now,
        });
        const body = await db.transaction(workspace, async (sql) => {
          const given = await exportData(sql, workspace, about, { after: call.body.after, now });
          const events = given.events.length;
          for (const whose of about) {
            await noteAct(sql, { ...act(call, whose, now), act: "export", events });
          }
          return given;
        });
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/privacy/redact",
      access: "admin",
      summary:
        "Where words such as a name stand in what was written about customers, and, with `apply`, take them out.",
      body: "redaction-order",
      reply: "redaction-report",
      handle: async (call) => {
        const { workspace, id: askedBy } = principalOf(call);
        const { words, apply = false } = call.body;
        const places = await db.erase(workspace, async (sql) => {
          const found = await findMentions(sql, workspace, wordsAlone(words));
          if (!apply) return found;
          await takeOut(sql, workspace, found);
          const name = fingerprint(workspace, "words", words.toLowerCase());
          const about = { subject: "words", fingerprint: name, proof: "admin" } as const;
          const done = { act: "redact", events: found.length } as const;
          await noteAct(sql, { workspace, id: newId(), at: clock(), askedBy, ...about, ...done });
          return found;
        });
        const told = places.map(({ table, column, account, texts }) => {
          return { where: `${table}.${column}`, account, texts };
        });
        return { body: { applied: apply, places: told } };
      },
    }),
    route({
      method: "GET",
      path: "/v1/privacy/acts",
      access: "admin",
      summary: "Who asked when for a person's data, or for their deletion; the newest first.",
      query: z.object({
        limit: z._default(z.coerce.number().check(z.int(), z.positive(), z.maximum(500)), 100),
      }),
      reply: "privacy-acts",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const items = await db.read(workspace, (sql) => listActs(sql, workspace, call.query.limit));
        return { body: { items } };
      },
    }),
  ];
}

function subjectOf(of: { user: string } | { device: string } | undefined): Subject | undefined {
  if (!of) return undefined;
  return "user" in of ? { subject: "user", id: of.user } : { subject: "device", id: of.device };
}
