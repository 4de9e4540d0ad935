import * as z from "zod/mini";
import { type Problem, parse } from "../../lib/model/parse.ts";
import { ToldProblem } from "../../lib/model/problem.ts";
import type { Outcome } from "../ui/resource.ts";

/** Why an answer is not there. `detail` is for those who look after the server, in English. */
export interface QueryError {
  code:
    | "offline"
    | "unauthorized"
    | "forbidden"
    | "missing"
    /** Somebody else changed it meanwhile. */
    | "changed"
    /** Asked too often; `wait` says for how long. */
    | "busy"
    | "server"
    | "unreadable";
  status?: number;
  /** Seconds. */
  wait?: number;
  detail?: string;
  /** Which of `RULES` was broken, with what stands in its words. */
  rule?: string;
  params?: Readonly<Record<string, string>>;
  /** What the server found wrong with what was sent, field by field. */
  problems?: readonly Problem[];
}

export interface Order {
  signal?: AbortSignal;
  method?: "POST" | "PUT" | "DELETE";
  /** Sent as JSON; bytes as they are. */
  body?: unknown;
  /** Of the draft that was read; a write to another is refused. */
  revision?: number;
}

export type AskServer = <T extends z.ZodMiniType>(
  path: string,
  schema: T,
  order?: Order,
) => Promise<Outcome<z.infer<T>, QueryError>>;

/** Asks Waymark's server in somebody's name; never throws. */
export function createAskServer(
  session: { server: string; token: string },
  request: typeof fetch,
): AskServer {
  return async (path, schema, { signal, method = "GET", body, revision } = {}) => {
    let response: Response;
    let answer: unknown;
    try {
      response = await request(`${session.server}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${session.token}`,
          Accept: "application/json",
          ...(revision !== undefined && { "If-Match": `"${revision}"` }),
        },
        credentials: "omit",
        ...(signal && { signal }),
        ...(body !== undefined && { body: isBytes(body) ? body : JSON.stringify(body) }),
      });
      answer = await response.json().catch(() => undefined);
    } catch (error) {
      return { ok: false, error: { code: "offline", detail: String((error as Error).message) } };
    }
    if (!response.ok) return { ok: false, error: refusal(response.status, answer) };
    const parsed = parse(schema, answer);
    if (parsed.ok) return parsed;
    const first = parsed.error[0];
    const detail =
      first && `${path}: ${first.path}: found ${first.found}, expected ${first.allowed}`;
    return { ok: false, error: { code: "unreadable", ...(detail && { detail }) } };
  };
}

function isBytes(body: unknown): body is Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array;
}

const Refusal = z.object({
  error: z.object({
    message: z.optional(z.string()),
    rule: z.optional(z.string()),
    params: z.optional(z.record(z.string(), z.string())),
    retryAfter: z.optional(z.int()),
    problems: z.optional(z.array(ToldProblem)),
  }),
});

const CODES: Readonly<Record<number, QueryError["code"]>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "missing",
  412: "changed",
};

function refusal(status: number, body: unknown): QueryError {
  const told = parse(Refusal, body);
  const { message, rule, params, problems, retryAfter } = told.ok ? told.value.error : {};
  if (status === 429 && retryAfter !== undefined) return { code: "busy", status, wait: retryAfter };
  return {
    code: CODES[status] ?? "server",
    status,
    ...(message !== undefined && { detail: message }),
    ...(rule !== undefined && { rule }),
    ...(params && { params }),
    ...(problems && { problems }),
  };
}
