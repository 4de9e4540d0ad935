import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { MessageError, Status } from "../../lib/message/protocol.ts";
import type { ConsentAnswer } from "../../lib/model/consent.ts";
import type { Ask } from "../ports.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import { type AddressFault, permissionPattern, readServer, readSite } from "./address.ts";

export interface OptionsPorts {
  ask: Ask;
  /** Shows the browser's question. Must be called while the click is still being handled. */
  requestAccess(patterns: string[]): Promise<boolean>;
  /** Gives back what is no longer needed; false where the browser keeps it. */
  releaseAccess(patterns: string[]): Promise<boolean>;
}

/** What stands beside a form after its button was pressed. */
export type FormProblem =
  | { kind: "empty"; field: string }
  | { kind: "address"; fault: AddressFault }
  | { kind: "present"; site: string }
  | { kind: "denied"; site: string }
  | { kind: "refused"; error: MessageError };

export type FormName = "workspace" | "sites" | "consent" | "identity";

/** What was done, for the live region. */
export type Done =
  | { what: "connected"; workspace: string }
  | { what: "disconnected" | "saved" | "cleared" | ConsentAnswer }
  | { what: "added" | "removed"; site: string };

export interface OptionsModel {
  status: Resource<Status, MessageError>;
  busy: ReadonlySignal<FormName | null>;
  problems: ReadonlySignal<Partial<Record<FormName, FormProblem>>>;
  done: ReadonlySignal<Done | null>;
  /** Each answers whether it was done. */
  connect(server: string, writeKey: string): Promise<boolean>;
  disconnect(): Promise<boolean>;
  addSite(text: string): Promise<boolean>;
  removeSite(site: string): Promise<boolean>;
  setIdentity(user: string, account: string): Promise<boolean>;
  clearIdentity(): Promise<boolean>;
  answer(answer: ConsentAnswer): Promise<boolean>;
  closeDone(): void;
}

export function createOptionsModel({ ask, ...access }: OptionsPorts): OptionsModel {
  const status = createResource<Status, MessageError>(() => ask("status.get", {}));
  const busy = signal<FormName | null>(null);
  const problems = signal<Partial<Record<FormName, FormProblem>>>({});
  const done = signal<Done | null>(null);

  function fail(form: FormName, problem: FormProblem): false {
    problems.value = { ...problems.value, [form]: problem };
    done.value = null;
    return false;
  }

  /** Runs one action of a form: its problem or what was done ends up where the form looks. */
  async function run(form: FormName, act: () => Promise<FormProblem | Done>): Promise<boolean> {
    busy.value = form;
    const { [form]: _, ...others } = problems.value;
    problems.value = others;
    const result = await act();
    busy.value = null;
    if ("kind" in result) return fail(form, result);
    done.value = result;
    await status.load();
    return true;
  }

  const sitesNow = () => status.value.peek()?.sites ?? [];

  return {
    status,
    busy: computed(() => busy.value),
    problems: computed(() => problems.value),
    done: computed(() => done.value),

    async connect(typed, key) {
      const server = readServer(typed);
      if (!server.ok) return fail("workspace", { kind: "address", fault: server.fault });
      const writeKey = key.trim();
      if (writeKey === "") return fail("workspace", { kind: "empty", field: "key" });
      return run("workspace", async () => {
        const reply = await ask("connection.connect", { server: server.value, writeKey });
        return reply.ok
          ? { what: "connected", workspace: reply.value.workspace }
          : { kind: "refused", error: reply.error };
      });
    },

    disconnect: () =>
      run("workspace", async () => {
        const reply = await ask("connection.disconnect", {});
        return reply.ok ? { what: "disconnected" } : { kind: "refused", error: reply.error };
      }),

    async addSite(text) {
      const read = readSite(text);
      if (!read.ok) return fail("sites", { kind: "address", fault: read.fault });
      const site = read.value;
      if (sitesNow().includes(site)) return fail("sites", { kind: "present", site });
      return run("sites", async () => {
        if (!(await access.requestAccess([permissionPattern(site)])))
          return { kind: "denied", site };
        const reply = await ask("sites.add", { origin: site });
        return reply.ok ? { what: "added", site } : { kind: "refused", error: reply.error };
      });
    },

    removeSite: (site) =>
      run("sites", async () => {
        const reply = await ask("sites.remove", { origin: site });
        if (!reply.ok) return { kind: "refused", error: reply.error };
        const pattern = permissionPattern(site);
        const others = sitesNow().filter((other) => other !== site);
        if (!others.some((other) => permissionPattern(other) === pattern)) {
          await access.releaseAccess([pattern]);
        }
        return { what: "removed", site };
      }),

    async setIdentity(user, account) {
      if (user.trim() === "") return fail("identity", { kind: "empty", field: "user" });
      return run("identity", async () => {
        const company = account.trim();
        const input = { user: user.trim(), ...(company && { account: company }) };
        const reply = await ask("identity.set", input);
        return reply.ok ? { what: "saved" } : { kind: "refused", error: reply.error };
      });
    },

    clearIdentity: () =>
      run("identity", async () => {
        const reply = await ask("identity.set", { user: null });
        return reply.ok ? { what: "cleared" } : { kind: "refused", error: reply.error };
      }),

    answer: (answer) =>
      run("consent", async () => {
        const reply = await ask("consent.set", { answer });
        return reply.ok ? { what: answer } : { kind: "refused", error: reply.error };
      }),

    closeDone() {
      done.value = null;
    },
  };
}
