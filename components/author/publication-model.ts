import type { ReadonlySignal } from "@preact/signals";
import type { DocumentAct } from "../../lib/model/document-history.ts";
import type { Environment } from "../../lib/model/environment.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { GuideClient, ServerDraft } from "./guide-client.ts";
import type { Session } from "./ports.ts";
import { createPublicationClient, type Verdict } from "./publication-client.ts";

export type PublicationBusy =
  | { what: "publish"; environment: Environment; version?: number }
  | { what: "review" | "approve" | "return" | "history" };

export type PublicationDone =
  | { what: "published"; version: number; environment: Environment }
  | { what: Verdict["act"] };

/** What was done with the guide, and what its workspace asks for. */
export interface PublicationFacts {
  /** Whether somebody else must approve the draft before it goes to production. */
  required: boolean;
  /** Newest first. */
  history: readonly DocumentAct[];
  /** Asked with it, the server tells older ones; null: there are none. */
  next: number | null;
}

/** The way of a guide from its draft to those it is for, and who went it. */
export interface PublicationModel {
  facts: Resource<PublicationFacts, QueryError>;
  loadMore(): Promise<void>;
  /** Saves the draft and publishes it; with a version, puts that into force. */
  publish(environment: Environment, version?: number): Promise<void>;
  /** Saves the draft and asks for its review. */
  askReview(): Promise<void>;
  approve(): Promise<void>;
  giveBack(note: string): Promise<void>;
}

export interface PublicationPorts {
  guide: string;
  session: ReadonlySignal<Session | null>;
  fetch: typeof fetch;
  /** Does one thing at a time; what `work` answers with is the problem that is told. */
  act(
    busy: PublicationBusy,
    work: (client: GuideClient, session: Session) => Promise<QueryError | null>,
  ): Promise<void>;
  /** Null: the server has the draft as it is here. */
  save(client: GuideClient): Promise<QueryError | null>;
  /** Sends the pictures for which the server refused the guide; false: it was not for pictures. */
  mend(session: Session, refusal: QueryError): Promise<QueryError | boolean>;
  /** Of the draft on the server, as far as it was seen. */
  revision(): number;
  know(draft: ServerDraft): void;
  tell(done: PublicationDone): void;
}

const NOTHING: PublicationFacts = { required: false, history: [], next: null };

export function createPublicationModel(ports: PublicationPorts): PublicationModel {
  const clientOf = (session: Session) => createPublicationClient(ports.guide, session, ports.fetch);
  const facts = createResource<PublicationFacts, QueryError>(async () => {
    const session = ports.session.peek();
    if (!session) return { ok: true, value: NOTHING };
    const client = clientOf(session);
    const [setting, past] = await Promise.all([client.reviewRequired(), client.history(null)]);
    if (!setting.ok) return setting;
    if (!past.ok && past.error.code !== "missing") return past;
    const { items, next } = past.ok ? past.value : { items: [], next: null };
    return { ok: true, value: { required: setting.value, history: items, next } };
  });

  async function publish(
    client: GuideClient,
    session: Session,
    { environment, version }: { environment: Environment; version?: number | undefined },
  ): Promise<QueryError | null> {
    const refused = version === undefined ? await ports.save(client) : null;
    if (refused) return refused;
    const put = () => clientOf(session).publish(environment, version);
    let answer = await put();
    if (!answer.ok) {
      const mended = await ports.mend(session, answer.error);
      if (mended === false) return answer.error;
      if (mended !== true) return mended;
      answer = await put();
    }
    if (!answer.ok) return answer.error;
    const { version: number } = answer.value;
    if (number !== null) ports.tell({ what: "published", version: number, environment });
    const there = await client.read(ports.guide);
    if (!there.ok) return there.error;
    ports.know(there.value);
    await facts.load();
    return null;
  }

  const judge = (verdict: Verdict) =>
    ports.act({ what: verdict.act }, async (client, session) => {
      const refused = verdict.act === "review" ? await ports.save(client) : null;
      if (refused) return refused;
      const answer = await clientOf(session).review(verdict, ports.revision());
      if (!answer.ok) return answer.error;
      ports.know(answer.value);
      ports.tell({ what: verdict.act });
      await facts.load();
      return null;
    });

  return {
    facts,
    loadMore: () =>
      ports.act({ what: "history" }, async (_, session) => {
        const before = facts.value.peek();
        if (!before) return null;
        const answer = await clientOf(session).history(before.next);
        if (!answer.ok) return answer.error;
        const { items, next } = answer.value;
        facts.extend(before, { ...before, history: [...before.history, ...items], next });
        return null;
      }),
    publish: (environment, version) =>
      ports.act(
        { what: "publish", environment, ...(version !== undefined && { version }) },
        (client, session) => publish(client, session, { environment, version }),
      ),
    askReview: () => judge({ act: "review" }),
    approve: () => judge({ act: "approve" }),
    giveBack: (note) => judge({ act: "return", note }),
  };
}
