import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { diffGuides, isSame } from "../../lib/draft/diff.ts";
import { assetsOf } from "../../lib/model/asset.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { QueryError } from "../console/request.ts";
import type { Keeping } from "./editor-keeping.ts";
import {
  createGuideClient,
  type GuideClient,
  type ServerDraft,
  type VersionItem,
} from "./guide-client.ts";
import type { Session, UploadPictures } from "./ports.ts";
import {
  createPublicationModel,
  type PublicationBusy,
  type PublicationDone,
  type PublicationModel,
} from "./publication-model.ts";

/** What the server knows of the guide. */
export type OnServer = Omit<ServerDraft, "id" | "updatedAt" | "body">;

export type RemoteBusy = { what: "look" | "save" | "version" } | PublicationBusy;
export type RemoteDone = { what: "saved" } | PublicationDone;

/** The guide on the server: saving, publishing, versions. One thing at a time. */
export interface EditorRemote {
  /** Null: the server has none, or was not asked yet. */
  onServer: ReadonlySignal<OnServer | null>;
  /** Somebody saved another draft since this one began. */
  newer: ReadonlySignal<boolean>;
  busy: ReadonlySignal<RemoteBusy | null>;
  problem: ReadonlySignal<QueryError | null>;
  done: ReadonlySignal<RemoteDone | null>;
  versions: ReadonlySignal<readonly VersionItem[] | null>;
  /** A version that was asked for. */
  version: ReadonlySignal<{ version: number; guide: Guide } | null>;
  know(draft: ServerDraft): void;
  /** Asks what the server has. An unchanged draft here follows it. */
  look(): Promise<void>;
  save(): Promise<void>;
  publication: PublicationModel;
  listVersions(): Promise<void>;
  showVersion(version: number | null): Promise<void>;
  closeDone(): void;
}

export interface RemotePorts {
  guide: string;
  session: ReadonlySignal<Session | null>;
  fetch: typeof fetch;
  upload: UploadPictures;
  current: () => Guide;
  keeping: Keeping;
  restart: (guide: Guide) => void;
  /** The server's draft is another one; `base`: what both began with. */
  meet: (theirs: Guide, revision: number, base: Guide | null) => void;
}

export function createEditorRemote(ports: RemotePorts): EditorRemote {
  const { keeping, session } = ports;
  const onServer = signal<OnServer | null>(null);
  const newer = signal(false);
  const busy = signal<RemoteBusy | null>(null);
  const problem = signal<QueryError | null>(null);
  const done = signal<RemoteDone | null>(null);
  const versions = signal<readonly VersionItem[] | null>(null);
  const version = signal<{ version: number; guide: Guide } | null>(null);
  const baseGuide = () => keeping.base.peek()?.guide ?? null;

  /** What was asked for, in its order. */
  let before: Promise<void> = Promise.resolve();
  const act = (
    what: RemoteBusy,
    work: (client: GuideClient, session: Session) => Promise<QueryError | null>,
  ): Promise<void> => {
    before = before.then(async () => {
      const who = session.peek();
      if (!who) return;
      busy.value = what;
      problem.value = null;
      done.value = null;
      problem.value = await work(createGuideClient(who, ports.fetch), who);
      busy.value = null;
    });
    return before;
  };

  function know(draft: ServerDraft) {
    const { id: _id, updatedAt: _at, body: _body, ...known } = draft;
    onServer.value = known;
    newer.value = draft.revision > (keeping.base.peek()?.revision ?? 0);
  }

  async function look(client: GuideClient): Promise<QueryError | null> {
    const there = await client.read(ports.guide);
    if (!there.ok) return there.error.code === "missing" ? null : there.error;
    const base = baseGuide();
    know(there.value);
    if (newer.peek() && base && isSame(diffGuides(base, ports.current()))) take(there.value);
    return null;
  }

  function take({ body, revision }: ServerDraft) {
    ports.restart(body);
    newer.value = false;
    keeping.rebase({ revision, guide: body });
  }

  /** Null: the server has it as it is here. */
  async function save(client: GuideClient): Promise<QueryError | null> {
    const guide = ports.current();
    const saved = keeping.base.peek();
    if (saved && isSame(diffGuides(saved.guide, guide)) && !newer.peek()) return null;
    const answer = await client.save(guide, saved?.revision ?? 0);
    if (answer.ok) {
      keeping.rebase({ revision: answer.value.revision, guide });
      know(answer.value);
      return null;
    }
    if (answer.error.code !== "changed") return answer.error;
    const there = await client.read(ports.guide);
    if (!there.ok) return there.error;
    know(there.value);
    ports.meet(there.value.body, there.value.revision, saved?.guide ?? null);
    return answer.error;
  }

  const publication = createPublicationModel({
    guide: ports.guide,
    session,
    fetch: ports.fetch,
    act,
    save,
    async mend(who, refusal) {
      const lacking = lackingAssets(refusal, ports.current());
      if (lacking.length === 0) return false;
      const sent = await ports.upload(who, lacking);
      return sent.ok || sent.error;
    },
    revision: () => onServer.peek()?.revision ?? 0,
    know,
    tell: (what) => {
      done.value = what;
    },
  });

  return {
    onServer: computed(() => onServer.value),
    newer: computed(() => newer.value),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    done: computed(() => done.value),
    versions: computed(() => versions.value),
    version: computed(() => version.value),
    know,
    look: () => act({ what: "look" }, look),
    save: () =>
      act({ what: "save" }, async (client) => {
        const refused = await save(client);
        if (!refused) done.value = { what: "saved" };
        return refused;
      }),
    publication,
    listVersions: () =>
      act({ what: "version" }, async (client) => {
        const answer = await client.versions(ports.guide);
        if (answer.ok) versions.value = answer.value;
        else if (answer.error.code === "missing") versions.value = [];
        return answer.ok || answer.error.code === "missing" ? null : answer.error;
      }),
    async showVersion(number) {
      version.value = null;
      if (number === null) return;
      await act({ what: "version" }, async (client) => {
        const answer = await client.version(ports.guide, number);
        if (answer.ok) version.value = { version: number, guide: answer.value };
        return answer.ok ? null : answer.error;
      });
    },
    closeDone: () => {
      done.value = null;
    },
  };
}

/** Pictures that the server refused the guide for, because nobody has sent them yet. */
function lackingAssets({ problems = [] }: QueryError, guide: Guide): string[] {
  const missing = new Set(problems.map(({ path }) => path));
  const lacking = assetsOf(guide).filter(({ path }) => missing.has(path));
  return [...new Set(lacking.map(({ asset }) => asset))];
}
