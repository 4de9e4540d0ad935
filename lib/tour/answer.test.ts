import { describe, expect, it } from "vitest";
import { parse } from "../model/parse.ts";
import { Answer } from "../model/question.ts";
import { answerOf } from "./answer.ts";

describe("answers", () => {
  it("T34: are what the controls hold, in the type of their question", () => {
    expect(answerOf("nps", ["0"])).toEqual({ type: "nps", value: 0 });
    expect(answerOf("choice", ["slow"])).toEqual({ type: "choice", value: "slow" });
    expect(answerOf("multiple", ["a", "b"])).toEqual({ type: "multiple", value: ["a", "b"] });
    expect(answerOf("text", ["  Fine.\n"])).toEqual({ type: "text", value: "Fine." });
    expect(answerOf("text", ["x".repeat(3000)])?.value).toHaveLength(2000);
  });

  it("T34: nothing chosen or written is no answer", () => {
    expect(answerOf("ces", [])).toBeUndefined();
    expect(answerOf("text", [" \n"])).toBeUndefined();
  });

  it.each([
    [{ type: "nps", value: 11 }, false],
    [{ type: "csat", value: 0 }, false],
    [{ type: "csat", value: 2.5 }, false],
    [{ type: "ces", value: 7 }, true],
    [{ type: "multiple", value: [] }, false],
    [{ type: "text", value: "x".repeat(2001) }, false],
    [{ type: "text", value: "x", page: "secret" }, false],
  ])("T34: is bounded and typed on the wire: %o", (answer, allowed) => {
    expect(parse(Answer, answer).ok).toBe(allowed);
  });
});
