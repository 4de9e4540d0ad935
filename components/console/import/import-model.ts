import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { base64 } from "../../../lib/exchange/base64.ts";
import type {
  AccountImport,
  AccountImports,
  ImportPreview,
  ImportSubject,
  ImportUndone,
} from "../../../lib/model/account-import.ts";
import { createResource, type Resource } from "../../ui/resource.ts";
import type { QueryError } from "../request.ts";
import type { ImportClient, Order } from "./import-client.ts";

/** What the server takes: 16 MiB of base64. */
export const MOST_BYTES = 11 * 1024 * 1024;

/** A file of customers on its way: chosen, read, looked over, taken, and taken back. */
export interface ImportModel {
  of: ReadonlySignal<ImportSubject>;
  choose(of: ImportSubject): void;
  /** Files that were taken before. */
  earlier: Resource<AccountImports, QueryError>;
  /** The file as it is to be read; null: none was chosen. */
  order: ReadonlySignal<Order | null>;
  tooLarge: ReadonlySignal<boolean>;
  /** The file is not read before its size was looked at. */
  open(file: Pick<File, "name" | "size" | "arrayBuffer">): Promise<void>;
  /** Reads it otherwise. A new delimiter or encoding makes other columns, so that those are guessed anew. */
  change(part: Partial<Order>): Promise<void>;
  /** Says what the column at this place is; null: it is left out. */
  nameColumn(at: number, field: string | null): Promise<void>;
  preview: Resource<ImportPreview, QueryError>;
  busy: ReadonlySignal<boolean>;
  /** Why the last order was not carried out. */
  problem: ReadonlySignal<QueryError | null>;
  take(): Promise<void>;
  /** The report that is looked at. */
  report: ReadonlySignal<AccountImport | null>;
  look(id: string): Promise<void>;
  undo(id: string): Promise<void>;
  undone: ReadonlySignal<ImportUndone | null>;
  /** Whether health is known anew since the last import; null: none was made here. */
  health: ReadonlySignal<"working" | "done" | "later" | null>;
  /** The text of the report's file, or null if it could not be had. */
  file(id: string): Promise<string | null>;
  /** Back to where a file is chosen. */
  close(): void;
  load(): Promise<void>;
}

export function createImportModel(client: ImportClient): ImportModel {
  const of = signal<ImportSubject>("accounts");
  const order = signal<Order | null>(null);
  const tooLarge = signal(false);
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  const report = signal<AccountImport | null>(null);
  const undone = signal<ImportUndone | null>(null);
  const health = signal<"working" | "done" | "later" | null>(null);
  const earlier = createResource<AccountImports, QueryError>(client.list);
  const preview = createResource<ImportPreview, QueryError>(async (abort) => {
    const asked = order.peek();
    return asked
      ? client.preview(asked, abort)
      : { ok: false, error: { code: "missing" } as QueryError };
  });

  /** One thing at a time; what goes wrong stays to be read. */
  async function carryOut(work: () => Promise<QueryError | null>): Promise<void> {
    if (busy.peek()) return;
    busy.value = true;
    problem.value = null;
    problem.value = await work();
    busy.value = false;
  }

  async function workOutHealth(): Promise<void> {
    const of = report.peek()?.id;
    health.value = "working";
    const done = await client.computeHealth();
    // Another report may be looked at by now.
    if (report.peek()?.id === of) health.value = done.ok ? "done" : "later";
  }

  async function change(part: Partial<Order>): Promise<void> {
    const there = order.peek();
    if (!there) return;
    const { columns, ...rest } = there;
    const isOther = "delimiter" in part || "encoding" in part;
    order.value = { ...(isOther || !columns ? rest : there), ...part };
    problem.value = null;
    await preview.load();
  }

  /** What is seen, unless it is on its way to become another. */
  function settled(): ImportPreview | null {
    const view = preview.view.peek();
    return view.state === "ready" && !view.refreshing ? view.value : null;
  }

  function close() {
    order.value = null;
    report.value = null;
    undone.value = null;
    health.value = null;
    problem.value = null;
    tooLarge.value = false;
  }

  return {
    of: computed(() => of.value),
    choose(chosen) {
      close();
      of.value = chosen;
    },
    earlier,
    order: computed(() => order.value),
    tooLarge: computed(() => tooLarge.value),
    async open(file) {
      close();
      const { name } = file;
      tooLarge.value = file.size > MOST_BYTES;
      if (tooLarge.peek()) return;
      const bytes = new Uint8Array(await file.arrayBuffer());
      order.value = { of: of.peek(), name: name.slice(0, 200), data: base64(bytes) };
      await preview.restart();
    },
    change,
    async nameColumn(at, field) {
      // One that was named a moment ago is not in the preview yet.
      const named = order.peek()?.columns ?? settled()?.columns.map((column) => column.field);
      if (named) await change({ columns: named.with(at, field) });
    },
    preview,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    take: () =>
      carryOut(async () => {
        const asked = order.peek();
        const columns = settled()?.columns.map(({ field }) => field);
        if (!asked || !columns) return null;
        // As it was seen, not as it may be guessed by then.
        const taken = await client.take({ ...asked, columns });
        if (!taken.ok) return taken.error;
        close();
        report.value = taken.value;
        void workOutHealth();
        await earlier.load();
        return null;
      }),
    report: computed(() => report.value),
    look: (id) =>
      carryOut(async () => {
        const told = await client.read(id, new AbortController().signal);
        if (!told.ok) return told.error;
        close();
        report.value = told.value;
        return null;
      }),
    undo: (id) =>
      carryOut(async () => {
        const done = await client.undo(id);
        if (!done.ok) return done.error;
        undone.value = done.value;
        const told = await client.read(id, new AbortController().signal);
        if (told.ok) report.value = told.value;
        await earlier.load();
        return null;
      }),
    undone: computed(() => undone.value),
    health: computed(() => health.value),
    async file(id) {
      const told = await client.file(id);
      problem.value = told.ok ? null : told.error;
      return told.ok ? told.value : null;
    },
    close,
    load: earlier.load,
  };
}
