import type { Route } from "../http/route.ts";

/** The same routes, which tell of the workspace in which one of them changed something. */
export function telling(
  changed: ((workspace: string) => void) | undefined,
  routes: readonly Route[],
): Route[] {
  return routes.map((route) =>
    route.method === "GET"
      ? route
      : {
          ...route,
          async handle(call) {
            const reply = await route.handle(call);
            const { principal } = call;
            if (principal) changed?.(principal.workspace);
            return reply;
          },
        },
  );
}
