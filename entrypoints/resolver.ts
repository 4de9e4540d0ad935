import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createResolver, publishResolver } from "../lib/record/import/resolver.ts";

/** What steps point at, for their author: looked up, pointed at, brought into sight. Injected on demand. */
export default defineUnlistedScript(() => publishResolver(createResolver()));
