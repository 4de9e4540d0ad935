import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { MessageError } from "../../lib/message/protocol.ts";
import type { Ask } from "../ports.ts";
import type { OwnName } from "../tasks/model.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import { type Address, NO_QUERY, readAddress, writeAddress } from "./address.ts";
import { createOpenConsole, type OpenConsole } from "./open-console.ts";
import { type SignInProblem, trySignIn } from "./try-sign-in.ts";

/** Where the console stands before it can show a section. */
export type Stage =
  | { stage: "not-connected" }
  | { stage: "sign-in"; server: string }
  | ({ stage: "open"; workspace: string } & OpenConsole);

export interface ConsolePorts {
  ask: Ask;
  fetch: typeof fetch;
  /**
   * The fragment of the page's address. `write` makes a new entry in the history, or takes the place of the last one.
   * Whoever else changes it, `follow` is called afterwards.
   */
  place: { read(): string; write(fragment: string, instead: boolean): void };
  ownName: OwnName;
}

export interface ConsoleModel {
  stage: Resource<Stage, MessageError>;
  address: ReadonlySignal<Address>;
  signingIn: ReadonlySignal<boolean>;
  problem: ReadonlySignal<SignInProblem | null>;
  /** Goes somewhere. `instead`: going back does not come to where one was. */
  go: Go;
  /** The address was changed: by a link, by the person, or by going back. */
  follow(): void;
  signIn(token: string): Promise<void>;
  signOut(): Promise<void>;
  /** Something changed in the extension: looks whether the console can open now. Open sections stay as they are. */
  recheck(): Promise<void>;
  /** Asks again for what is in sight. */
  refresh(): Promise<void>;
}

export type Go = (address: Address, instead?: boolean) => void;

const FIRST: Address = { section: "features", id: null, query: NO_QUERY };

export function createConsoleModel(ports: ConsolePorts): ConsoleModel {
  const { ask, place } = ports;
  const here = () => readAddress(place.read()) ?? FIRST;
  const address = signal<Address>(here());
  const signingIn = signal(false);
  const problem = signal<SignInProblem | null>(null);
  const go: Go = (wanted, instead = false) => {
    place.write(writeAddress(wanted), instead);
    follow();
  };
  const stage = createResource<Stage, MessageError>(() => readStage(ports, go));

  function follow() {
    const named = here();
    if (writeAddress(named) === writeAddress(address.peek())) return;
    address.value = named;
    if (stage.value.peek()?.stage === "open") void refresh();
  }

  /** The server may have said where to begin. */
  async function open() {
    await stage.load();
    address.value = here();
    if (stage.value.peek()?.stage === "open") await refresh();
  }

  async function refresh() {
    const now = stage.value.peek();
    if (now?.stage !== "open") return stage.load();
    await now.show(address.peek());
  }

  return {
    stage,
    address: computed(() => address.value),
    signingIn: computed(() => signingIn.value),
    problem: computed(() => problem.value),
    refresh,
    async recheck() {
      if (signingIn.peek() || stage.value.peek()?.stage === "open") return;
      await open();
    },
    go,
    follow,
    async signIn(token) {
      signingIn.value = true;
      problem.value = null;
      problem.value = await trySignIn(ports, token);
      signingIn.value = false;
      if (problem.value === null) await open();
    },
    async signOut() {
      await ask("console.token", { token: null });
      await stage.load();
    },
  };
}

async function readStage(ports: ConsolePorts, go: Go): Promise<Outcome<Stage, MessageError>> {
  const status = await ports.ask("status.get", {});
  if (!status.ok) return status;
  const { connection } = status.value;
  if (!connection) return { ok: true, value: { stage: "not-connected" } };
  const session = await ports.ask("console.session", {});
  if (!session.ok) return session;
  if (!session.value) {
    return { ok: true, value: { stage: "sign-in", server: connection.server } };
  }
  const { workspace } = connection;
  const { ownName } = ports;
  const open = createOpenConsole(session.value, { fetch: ports.fetch, go, ownName });
  if (readAddress(ports.place.read()) === null && (await open.hasAccounts())) {
    ports.place.write(writeAddress({ ...FIRST, section: "accounts" }), true);
  }
  return { ok: true, value: { stage: "open", workspace, ...open } };
}
