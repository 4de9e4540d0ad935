import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { diffGuides, isSame } from "../../lib/draft/diff.ts";
import {
  type Choice,
  type Difference,
  decided,
  differences,
  reconcile,
} from "../../lib/draft/reconcile.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { QueryError } from "../console/request.ts";
import { trySignIn } from "../console/try-sign-in.ts";
import type { Ask } from "../ports.ts";
import { type AudienceClient, createAudienceClient } from "./audience-client.ts";
import { type Choices, NO_CHOICES } from "./condition-names.ts";
import { loadChoices } from "./editor-choices.ts";
import { createKeeping, type Keeping } from "./editor-keeping.ts";
import { createEditorRemote, type EditorRemote } from "./editor-remote.ts";
import type { SignInHere } from "./editor-sign-in.tsx";
import { createEditorState, type EditorState } from "./editor-state.ts";
import { type AddExperiment, createAddExperiment } from "./experiment-client.ts";
import { createGuideClient } from "./guide-client.ts";
import type { Drafts, EditorPictures, LocalDraft, Session } from "./ports.ts";
import { choicesOf } from "./preview-choices.ts";

/** Two versions of one guide, from which its author makes one. */
export interface Conflict {
  mine: Guide;
  theirs: Guide;
  /** Of the server's draft; null: it is another window's on this device. */
  revision: number | null;
  found: readonly Difference[];
  choice: Choice;
}

export interface OpenEditor {
  state: EditorState;
  keeping: Keeping;
  remote: EditorRemote;
  /** Something here is not on the server. */
  unsaved: ReadonlySignal<boolean>;
  conflict: ReadonlySignal<Conflict | null>;
  /** The two versions do not go together as chosen; says why. */
  conflictProblem: ReadonlySignal<string | null>;
  choose(choice: Choice): void;
  resolve(): void;
}

export type EditorView =
  | { state: "loading" }
  /** Neither here nor on the server. */
  | { state: "missing" }
  /** Not here, and the server could not be asked. */
  | { state: "failed"; error: QueryError }
  | { state: "ready"; editor: OpenEditor };

export interface EditorModel {
  view: ReadonlySignal<EditorView>;
  session: ReadonlySignal<Session | null>;
  /** What the workspace has published, for conditions to name. */
  choices: ReadonlySignal<Choices>;
  /** How many people a condition fits; null: nobody is signed in. */
  audience: ReadonlySignal<AudienceClient["size"] | null>;
  /** Null: nobody is signed in. */
  addExperiment: ReadonlySignal<AddExperiment | null>;
  pictures: EditorPictures;
  /** With a person's token; says why not. */
  signIn: SignInHere;
  load(): Promise<void>;
  /** Somebody may have signed in or out, or changed the draft elsewhere on this device. */
  recheck(): Promise<void>;
}

export interface EditorPorts {
  guide: string;
  drafts: Drafts;
  ask: Ask;
  fetch: typeof fetch;
  pictures: EditorPictures;
  /** Locales in which names are wanted, best first. */
  wanted: readonly string[];
  /** Epoch ms. */
  now: () => number;
}

/** One guide, open to be edited. */
export function createEditorModel(ports: EditorPorts): EditorModel {
  const view = signal<EditorView>({ state: "loading" });
  const session = signal<Session | null>(null);
  const choices = signal<Choices>(NO_CHOICES);

  async function lookWho() {
    const answer = await ports.ask("console.session", {});
    const next = answer.ok ? answer.value : null;
    const before = session.peek();
    if (next?.server === before?.server && next?.token === before?.token) return false;
    session.value = next;
    if (next)
      void loadChoices(next, ports.fetch, ports.wanted).then((known) => {
        choices.value = known;
      });
    return true;
  }

  return {
    view: computed(() => view.value),
    session: computed(() => session.value),
    choices: computed(() => choices.value),
    addExperiment: computed(() => {
      const who = session.value;
      if (!who) return null;
      const add = createAddExperiment(who, ports.fetch);
      return async (experiment) => {
        const error = await add(experiment);
        const { experiments } = choices.peek();
        if (!error)
          choices.value = { ...choices.peek(), experiments: [...experiments, experiment] };
        return error;
      };
    }),
    audience: computed(() => {
      const who = session.value;
      return who && createAudienceClient(who, ports.fetch).size;
    }),
    pictures: ports.pictures,
    async signIn(token) {
      const problem = await trySignIn(ports, token);
      if (!problem) await this.recheck();
      return problem;
    },
    async recheck() {
      const news = await lookWho();
      const now = view.peek();
      if (now.state === "ready") {
        await now.editor.keeping.look();
        if (news) await now.editor.remote.look();
      } else if (news) await this.load();
    },
    async load() {
      view.value = { state: "loading" };
      // Without the server, what this device knows to be published.
      const known = await ports.ask("definitions.get", {});
      if (known.ok) choices.value = choicesOf(known.value, ports.wanted);
      await lookWho();
      const who = session.peek();
      const client = who && createGuideClient(who, ports.fetch);
      const local = (await ports.drafts.read(ports.guide)) ?? null;
      if (local) {
        const editor = openEditor(ports, session, local, local.guide, local.base);
        view.value = { state: "ready", editor };
        void editor.remote.look();
        return;
      }
      const there = await client?.read(ports.guide);
      if (!there || (!there.ok && there.error.code === "missing"))
        view.value = { state: "missing" };
      else if (!there.ok) view.value = { state: "failed", error: there.error };
      else {
        const { body, revision } = there.value;
        const editor = openEditor(ports, session, null, body, { revision, guide: body });
        editor.remote.know(there.value);
        view.value = { state: "ready", editor };
      }
    },
  };
}

function openEditor(
  ports: EditorPorts,
  session: ReadonlySignal<Session | null>,
  local: LocalDraft | null,
  start: Guide,
  base: LocalDraft["base"],
): OpenEditor {
  const conflict = signal<Conflict | null>(null);
  const conflictProblem = signal<string | null>(null);
  const state = createEditorState(start, ports.now, () => keeping.change());
  const keeping = createKeeping({
    drafts: ports.drafts,
    id: ports.guide,
    known: local,
    base,
    guide: () => state.guide.peek(),
    now: ports.now,
    onOther(merged, other) {
      if (merged) state.replace(merged);
      else meet(other.guide, null, null);
    },
  });

  function meet(theirs: Guide, revision: number | null, from: Guide | null) {
    const mine = state.guide.peek();
    const found = differences(from, mine, theirs);
    conflictProblem.value = null;
    conflict.value = { mine, theirs, revision, found, choice: decided(found) };
  }

  const remote = createEditorRemote({
    guide: ports.guide,
    session,
    fetch: ports.fetch,
    upload: ports.pictures.upload,
    current: () => state.guide.peek(),
    keeping,
    restart: (guide) => state.restart(guide),
    meet,
  });

  return {
    state,
    keeping,
    remote,
    unsaved: computed(() => {
      const saved = keeping.base.value;
      return saved === null || !isSame(diffGuides(saved.guide, state.guide.value));
    }),
    conflict: computed(() => conflict.value),
    conflictProblem: computed(() => conflictProblem.value),
    choose(choice) {
      const now = conflict.peek();
      if (now) conflict.value = { ...now, choice: { ...now.choice, ...choice } };
    },
    resolve() {
      const now = conflict.peek();
      if (!now) return;
      const answer = reconcile(now.mine, now.theirs, now.choice);
      if (!answer.ok) {
        const { problem } = answer;
        conflictProblem.value =
          problem.code === "rule" ? `${problem.path}: ${problem.allowed}` : problem.code;
        return;
      }
      conflict.value = null;
      if (now.revision !== null) keeping.rebase({ revision: now.revision, guide: now.theirs });
      state.replace(answer.guide);
      keeping.change();
    },
  };
}
