// What other sites show is loaded when the reader asks for it, not before.
for (const template of document.querySelectorAll("template.embed-player")) {
  const player = document.importNode(template.content, true);
  const ask = player.querySelector(".embed-ask");
  const frame = player.querySelector("iframe");
  frame.remove(); // it loads once it stands in the page
  template.before(ask);
  ask.querySelector("button").addEventListener("click", () => {
    template.parentElement.querySelector("img")?.remove();
    template.parentElement.prepend(frame);
    ask.remove();
    frame.focus();
  });
}
