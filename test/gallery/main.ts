import { shootGuides } from "./guides.ts";
import { shootScreens } from "./screens.ts";

/**
 * Screenshots for people to look at: of every guide kind in every look, `npm run gallery [-- KIND ...]`; of the
 * extension's own pages, `npm run gallery -- screens`.
 */
const wanted = process.argv.slice(2);
await (wanted[0] === "screens" ? shootScreens(wanted.slice(1)) : shootGuides(wanted));
