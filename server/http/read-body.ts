import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { ApiError, badRequest } from "./errors.ts";

const unzip = promisify(gunzip);

export interface BodyRules {
  /** In bytes, before and after decompression. */
  limit: number;
  /** An empty body is `{}`. */
  optional?: boolean;
}

/** The JSON of a request's body, whatever its content type says: a page without preflight sends it as text/plain. */
export async function readJson(request: Request, rules: BodyRules): Promise<unknown> {
  const { limit, optional = false } = rules;
  const bytes = await decode(request, await readBytes(request, limit), limit);
  if (optional && bytes.byteLength === 0) return {};
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw badRequest([{ path: "", found: "other bytes", allowed: "JSON in UTF-8" }]);
  }
}

/** The bytes of a body as they were sent. */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

async function decode(request: Request, bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() || "identity";
  if (encoding === "identity") return bytes;
  if (encoding !== "gzip") {
    throw new ApiError(415, "unsupported_encoding", "The body may be plain or gzip.");
  }
  try {
    return await unzip(bytes, { maxOutputLength: limit });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(limit);
    throw badRequest([{ path: "", found: "broken gzip", allowed: "gzip" }]);
  }
}

function tooLarge(limit: number): ApiError {
  return new ApiError(413, "too_large", `The body may have ${limit} bytes after decompression.`);
}
