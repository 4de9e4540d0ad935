/** As much of React as the bench calls; its types would come with types for every JSX file. */
declare module "react" {
  export function createElement(type: unknown, props: object | null): unknown;
}

declare module "react-dom/client" {
  export function createRoot(container: Element): {
    render(node: unknown): void;
    unmount(): void;
  };
}
