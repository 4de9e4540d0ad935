import type { Principal } from "../auth/access.ts";
import type { Deps, Rate } from "../deps.ts";
import { tooMany } from "./errors.ts";
import type { Route } from "./route.ts";
import { createLimiter } from "./token-bucket.ts";

/** Tokens of one workspace together may ask so many times what one may, and devices of one address at once. */
const TOGETHER = 5;

/** Throws where a token, those of a workspace, or devices of an address ask too often: R81 and R85 of docs/spec/delivery.md. */
export type QuestionLimit = (
  who: Principal,
  route: Pick<Route, "access" | "weight">,
  address: string,
) => void;

export function createQuestionLimit({
  questions,
  clock,
}: Pick<Deps, "questions" | "clock">): QuestionLimit {
  if (!questions) return () => undefined;
  const { perSecond, burst } = questions;
  const all: Rate = { perSecond: perSecond * TOGETHER, burst: burst * TOGETHER };
  const ofToken = createLimiter(questions, clock);
  const ofWorkspace = createLimiter(all, clock);
  const ofAddress = createLimiter({ perSecond, burst: burst * TOGETHER }, clock);
  return ({ role, id, workspace }, { access, weight = 1 }, address) => {
    if (role !== "write-key") {
      const wait = ofToken.take(id, 1) || ofWorkspace.take(workspace, 1);
      if (wait > 0) throw tooMany("Too many requests with personal tokens.", wait);
    } else if (access === "device") {
      const wait = ofAddress.take(address, weight);
      if (wait > 0) throw tooMany("Too many requests of devices came from this address.", wait);
    }
  };
}
