import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createChecker, publishChecker } from "../lib/page/checker.ts";

/** Looks for a guide's targets when its author asks in the side panel. Injected on demand into the top frame. */
export default defineUnlistedScript(() => publishChecker(createChecker()));
