/**
 * A work page of a business application with about as many elements as asked: a header with icon buttons, a menu,
 * a form, and a long table with links, states and row buttons, wrapped as frameworks wrap things.
 */
export function buildApp(size: number): number {
  const main = el("main", {}, [
    el("h1", {}, ["Orders"]),
    el("div", { class: "toolbar" }, [
      button("New order"),
      button("Import from file"),
      iconButton("M3 6h18M8 6V4h8v2", { title: "Delete selected" }),
      iconButton("M12 5v14M5 12h14"),
      el("input", { type: "search", placeholder: "Search orders", name: "q" }, []),
    ]),
  ]);
  const table = el("table", {}, [
    el("thead", {}, [el("tr", {}, ["Order", "Customer", "State", "Sum", ""].map(header))]),
  ]);
  const body = el("tbody", {}, []);
  table.append(body);
  main.append(table, el("p", { id: "foot" }, [button("Archive all orders")]));
  document.body.append(top(), menu(), main);
  let count = document.querySelectorAll("*").length;
  for (let n = 0; count < size; n++) {
    const row = tableRow(n);
    body.append(row);
    count += row.querySelectorAll("*").length + 1;
  }
  return count;
}

function tableRow(n: number): Element {
  return el("tr", {}, [
    el("td", {}, [
      el("div", { class: "cell" }, [el("a", { href: `/orders/${n}` }, [`Order ${n}`])]),
    ]),
    el("td", {}, [
      el("div", { class: "cell" }, [
        el("span", {}, [el("i", {}, [])]),
        el("a", { href: `/customers/${n % 400}` }, [`${NAMES[n % NAMES.length]} & Sons`]),
      ]),
    ]),
    el("td", {}, [el("span", { class: "badge" }, [STATES[n % STATES.length] ?? ""])]),
    el("td", {}, [el("div", {}, [el("span", {}, [`${(n * 37) % 900}.00`])])]),
    el("td", {}, [
      el("div", { class: "actions" }, [
        button("Edit"),
        button("Duplicate"),
        iconButton("M3 6h18M8 6V4h8v2", { title: "Delete" }),
      ]),
    ]),
  ]);
}

const NAMES = ["Miller", "Tanaka", "Okafor", "Ivanova", "Garcia", "Novak", "Larsen"];
const STATES = ["Paid", "Open", "Shipped", "Returned"];

function top(): Element {
  return el("header", {}, [
    el("a", { href: "/", class: "logo" }, ["Acme"]),
    iconButton("M12 2a7 7 0 0 1 7 7v5l2 3H3l2-3V9a7 7 0 0 1 7-7", { "aria-label": "News" }),
    iconButton("M12 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10"),
    el("button", { id: "deploy", "data-testid": "deploy" }, ["Publish changes"]),
  ]);
}

function menu(): Element {
  const pages = ["Home", "Orders", "Customers", "Products", "Reports", "Settings"];
  const items = pages.map((name) =>
    el("li", {}, [el("a", { href: `/${name.toLowerCase()}` }, [name])]),
  );
  return el("nav", { "aria-label": "Main" }, [el("ul", {}, items)]);
}

function header(text: string): Element {
  return el("th", {}, [text]);
}

function button(text: string): Element {
  return el("button", { type: "button" }, [el("span", {}, [text])]);
}

function iconButton(drawing: string, attributes: Record<string, string> = {}): Element {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("width", "16");
  svg.setAttribute("height", "16");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", drawing);
  svg.append(path);
  return el("button", { type: "button", ...attributes }, [svg]);
}

function el(
  tag: string,
  attributes: Record<string, string>,
  children: readonly (Element | string)[],
): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
