// All that the page is made from. It is asked for at once: the other scripts take longer.
export const asked = fetch("configuration.json", {cache: "no-cache"}).then((answer) => answer.json());
