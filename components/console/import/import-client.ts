import type * as z from "zod/mini";
import {
  AccountImport,
  AccountImports,
  type ImportOrder,
  ImportPreview,
  ImportUndone,
} from "../../../lib/model/account-import.ts";
import { HealthPass } from "../../../lib/model/health-report.ts";
import type { Outcome } from "../../ui/resource.ts";
import { createAskServer, type QueryError } from "../request.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;
export type Order = z.input<typeof ImportOrder>;

/** What is asked and told about files of customers; none of it throws. */
export interface ImportClient {
  preview(order: Order, signal: AbortSignal): Answer<ImportPreview>;
  take(order: Order): Answer<AccountImport>;
  list(signal: AbortSignal): Answer<AccountImports>;
  read(id: string, signal: AbortSignal): Answer<AccountImport>;
  undo(id: string): Answer<ImportUndone>;
  /** Works out health of all customers; answers when it is done. */
  computeHealth(): Answer<unknown>;
  /** The report as a CSV file. */
  file(id: string): Answer<string>;
}

export function createImportClient(
  session: { server: string; token: string },
  request: typeof fetch,
): ImportClient {
  const ask = createAskServer(session, request);
  const at = (id: string) => `/v1/imports/${encodeURIComponent(id)}`;
  return {
    preview: (body, signal) =>
      ask("/v1/imports/preview", ImportPreview, { method: "POST", body, signal }),
    take: (body) => ask("/v1/imports", AccountImport, { method: "POST", body }),
    list: (signal) => ask("/v1/imports", AccountImports, { signal }),
    read: (id, signal) => ask(at(id), AccountImport, { signal }),
    computeHealth: () => ask("/v1/health/compute", HealthPass, { method: "POST" }),
    async file(id) {
      try {
        const response = await request(`${session.server}${at(id)}/report`, {
          headers: { Authorization: `Bearer ${session.token}` },
          credentials: "omit",
        });
        if (response.ok) return { ok: true, value: await response.text() };
        return { ok: false, error: { code: "server", status: response.status } };
      } catch (error) {
        return { ok: false, error: { code: "offline", detail: String((error as Error).message) } };
      }
    },
    undo: (id) => ask(`${at(id)}/undo`, ImportUndone, { method: "POST" }),
  };
}
