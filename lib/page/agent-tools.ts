import { comparedSelectors, holds } from "../tour/until.ts";
import { countVisible } from "./count.ts";
import { observePage } from "./observe.ts";

/** What agent and overlay both need and only the agent brings into the page. */
export const AGENT_TOOLS = { comparedSelectors, countVisible, holds, observePage } as const;
