const $ = (id) => document.getElementById(id);

function showRoute() {
  $("route").textContent = `Route: ${location.pathname}`;
}

for (const link of document.querySelectorAll("[data-spa]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    showRoute();
  });
}
addEventListener("popstate", showRoute);
showRoute();

$("save").addEventListener("click", () => {
  $("save").dataset.saved = "yes";
});
$("go").addEventListener("click", () => {
  location.href = "/leave.html";
});
$("rerender").addEventListener("click", () => {
  for (const id of ["save", "archive"]) $(id).replaceWith($(id).cloneNode(true));
});
$("invite").addEventListener("submit", (event) => {
  event.preventDefault();
  $("invited").textContent = "Invited";
});
$("open-dialog").addEventListener("click", () => $("dialog").showModal());

customElements.define(
  "fixture-card",
  class extends HTMLElement {
    connectedCallback() {
      const button = document.createElement("button");
      button.textContent = "Button in a shadow";
      button.className = "shadowed";
      this.attachShadow({ mode: "open" }).append(button);
    }
  },
);
