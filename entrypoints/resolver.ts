import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createResolver, publishResolver } from "../lib/record/import/resolver.ts";

/** Looks the targets of an imported guide up for its author. Injected on demand into the top frame. */
export default defineUnlistedScript(() => publishResolver(createResolver()));
