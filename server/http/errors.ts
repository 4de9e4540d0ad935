import { type Problem, withRule } from "../../lib/model/problem.ts";
import { ruleOf } from "../../lib/model/rule.ts";

export type ErrorCode =
  | "bad_request"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "precondition_failed"
  | "too_large"
  | "unsupported_encoding"
  | "unsupported_media"
  | "too_many_requests"
  | "internal"
  | "unavailable";

/** An answer that is not the one asked for, in words for the caller. The only kind of error that reaches a client. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly problems: readonly Problem[] | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    more: {
      problems?: readonly Problem[];
      retryAfter?: number;
      headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.problems = more.problems?.map(withRule);
    this.retryAfter = more.retryAfter;
    this.headers = more.headers ?? {};
  }

  toResponse(): Response {
    const { code, message, problems, retryAfter } = this;
    return Response.json(
      {
        error: {
          code,
          message,
          ...ruleOf(message),
          ...(problems && { problems }),
          ...(retryAfter && { retryAfter }),
        },
      },
      { status: this.status, headers: this.headers },
    );
  }
}

export function badRequest(problems: readonly Problem[]): ApiError {
  return new ApiError(400, "bad_request", "The request has problems.", { problems });
}

/** After `waitMs` it may be tried again; the answer says so in words, in seconds, and as a header. */
export function tooMany(why: string, waitMs: number): ApiError {
  const seconds = Math.ceil(waitMs / 1000);
  return new ApiError(429, "too_many_requests", `${why} Try again in ${seconds} s.`, {
    retryAfter: seconds,
    headers: { "Retry-After": String(seconds) },
  });
}

export function notFound(what: string): ApiError {
  return new ApiError(404, "not_found", `There is no ${what}.`);
}

/** Faults of the database's connection, after which trying again makes sense (SQLSTATE classes 08, 53, 57). */
export function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^(08|53|57)...$|^ECONN|^EPIPE$|^ETIMEDOUT$/.test(code);
}
