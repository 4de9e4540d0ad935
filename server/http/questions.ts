import type { Principal } from "../auth/access.ts";
import type { Deps, Rate } from "../deps.ts";
import { tooMany } from "./errors.ts";
import { createLimiter } from "./token-bucket.ts";

/** Tokens of one workspace together may ask so many times what one may. */
const WORKSPACE = 5;

/** Throws where a token, or those of a workspace, ask too often: R81 of docs/spec/delivery.md. */
export function createQuestionLimit({
  questions,
  clock,
}: Pick<Deps, "questions" | "clock">): (who: Principal) => void {
  if (!questions) return () => undefined;
  const { perSecond, burst } = questions;
  const all: Rate = { perSecond: perSecond * WORKSPACE, burst: burst * WORKSPACE };
  const ofToken = createLimiter(questions, clock);
  const ofWorkspace = createLimiter(all, clock);
  return ({ role, id, workspace }) => {
    if (role === "write-key") return;
    const wait = ofToken.take(id, 1) || ofWorkspace.take(workspace, 1);
    if (wait > 0) throw tooMany("Too many requests with personal tokens.", wait);
  };
}
