/** Shows the secrets that the test put into this page's fragment, and hands them on to its frames. */
const secrets = JSON.parse(decodeURIComponent(location.hash.slice(1)) || "{}");

for (const [name, mode] of Object.entries({ "shadow-field": "open", "closed-field": "closed" })) {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode });
        const field = document.createElement("input");
        field.value = secrets.shadow;
        const text = document.createElement("span");
        text.textContent = secrets.email;
        text.style.font = "12px monospace";
        root.append(field, " ", text);
      }
    },
  );
}

for (const element of document.querySelectorAll("[data-shown]")) {
  element.textContent = secrets[element.dataset.shown];
}
for (const choice of document.querySelectorAll("[name=country]")) {
  choice.selectedIndex = Number(secrets.country);
}

const inner = `/secrets/frame.html${location.hash}`;
const far = document.querySelector("#far");
if (far) {
  far.src = `http://localhost:${location.port}${inner}`;
  document.querySelector("#near").src = inner;
  const hidden = document.createElement("iframe");
  hidden.src = inner;
  document.querySelector("#nowhere").attachShadow({ mode: "open" }).append(hidden);
}
