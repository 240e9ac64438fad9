// Opens a private page, in the reader's browser alone. See docs/decisions/private.md.

const door = document.querySelector("#private_door");
const form = document.querySelector("#private_form");
const message = document.querySelector("#private_message");
const remember = document.querySelector("#private_remember");
const bar = document.querySelector("#private_bar");
const keepButton = document.querySelector("#private_keep");
const password = document.querySelector("#private_password");
const envelope = JSON.parse(document.querySelector("#private_envelope").textContent);
const words = { ...door.dataset };
const text = new TextEncoder();

const bytesOf = (word) => Uint8Array.from(atob(word.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const wordOf = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
const nameAt = (address) => new URL(address, location).pathname.match(/([a-z2-7]{26})(?:\/(?:index\.html)?|\.bin)$/)?.[1] ?? "";

const tell = (what) => {
  message.textContent = what;
};

// HKDF's `info`: purpose and parts, each after its length (sitegen/sealing/derive.py).
const information = (...parts) => {
  const found = [...text.encode("sitegen private 1")];
  for (const part of parts) {
    const raw = typeof part === "string" ? text.encode(part) : part;
    found.push(raw.length >>> 24, (raw.length >>> 16) & 255, (raw.length >>> 8) & 255, raw.length & 255, ...raw);
  }
  return new Uint8Array(found);
};
const derive = async (key, size, ...parts) => {
  const base = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: information(...parts) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, size * 8));
};
const decrypt = async (keyAndNonce, sealed, name) => {
  const key = await crypto.subtle.importKey("raw", keyAndNonce.slice(0, 32), "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: keyAndNonce.slice(32), additionalData: text.encode(name) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed));
};
const unseal = async (key, sealed, name) => {
  const whole = await derive(key, 44, "seal", sealed.slice(0, 32));
  const framed = await decrypt(whole, sealed.slice(32), name);
  const size = Number(new DataView(framed.buffer).getBigUint64(0));
  return framed.slice(8, 8 + size);
};
const stretch = async (written) => {
  const base = await crypto.subtle.importKey("raw", text.encode(written.normalize("NFKC").trim()), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(envelope.salt), iterations: envelope.rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
};

// The audience's key, out of a link's; nothing where the link opens no slot of this page.
const audienceKey = async (link) => {
  const epoch = bytesOf(envelope.epoch);
  const wrapped = envelope.slots[wordOf(await derive(link, 16, "slot", epoch))];
  if (!wrapped) return null;
  return decrypt(await derive(link, 44, "wrap", epoch), bytesOf(wrapped), "").catch(() => null);
};
const linkOf = (own) => derive(own, 32, "link", envelope.audience);

// A browser that keeps nothing of sites throws when it is asked for these: the page opens all the same.
const storeOf = (name) => {
  try {
    return globalThis[name];
  } catch {
    return undefined;
  }
};
const forTab = storeOf("sessionStorage");
const forLong = storeOf("localStorage");
const keyed = (name) => `sitegen-private-${name}`;
const recall = (name) => {
  const word = forTab?.getItem(keyed(name)) ?? forLong?.getItem(keyed(name));
  return word ? bytesOf(word) : null;
};
const keep = (name, key, isForLong) => {
  (isForLong ? forLong : forTab)?.setItem(keyed(name), wordOf(key));
};
const forget = (name) => {
  for (const store of [forTab, forLong]) store?.removeItem(keyed(name));
};
const isKeptForLong = () => [envelope.audience, envelope.group].some((name) => forLong?.getItem(keyed(name)));

const blobs = new Map();
const blobOf = (key, [url, , type]) => {
  if (!blobs.has(url)) {
    blobs.set(
      url,
      fetch(url, { cache: "no-cache" }) // an older copy may be sealed for other readers
        .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status)))
        .then((raw) => unseal(key, new Uint8Array(raw), nameAt(url)))
        .then((plain) => URL.createObjectURL(new Blob([plain], { type }))),
    );
  }
  return blobs.get(url);
};

const fileAt = (files, address) => {
  const [path, fragment] = address.split("#");
  return Object.hasOwn(files, path) ? [files[path], fragment ? `#${fragment}` : ""] : [null, ""];
};
const showFiles = (root, files, key) => {
  for (const source of root.querySelectorAll("picture > source")) source.remove(); // one size for all
  for (const image of root.querySelectorAll("[src], [poster]")) {
    for (const name of ["src", "poster"]) {
      const [file] = fileAt(files, image.getAttribute(name) ?? "");
      if (!file) continue;
      image.removeAttribute("srcset");
      image.removeAttribute(name);
      blobOf(key, file).then(
        (address) => image.setAttribute(name, address),
        () => tell(words.failed),
      );
    }
  }
  for (const link of root.querySelectorAll("a[href]")) {
    const [file, fragment] = fileAt(files, link.getAttribute("href"));
    if (!file) continue;
    const [url, name, type] = file;
    if (type === "text/html") {
      link.setAttribute("href", url + fragment);
      continue;
    }
    link.setAttribute("href", url);
    link.setAttribute("download", name);
    link.addEventListener("click", async (event) => {
      if (link.href.startsWith("blob:")) return;
      event.preventDefault();
      tell(words.opening);
      try {
        link.href = await blobOf(key, file);
        tell("");
        link.click();
      } catch {
        tell(words.failed);
      }
    });
  }
};

const open = async (key) => {
  const sealed = bytesOf(JSON.parse(document.querySelector("#private_content").textContent));
  const plain = await unseal(key, sealed, nameAt(location.href));
  const content = JSON.parse(new TextDecoder().decode(plain));
  const parsed = new DOMParser().parseFromString(`<main>${content.html}</main>`, "text/html").querySelector("main");
  showFiles(parsed, content.files, key);
  document.title = content.title;
  const here = document.querySelector(".breadcrumb [aria-current]");
  const name = parsed.querySelector("h1")?.textContent;
  if (here && name) here.textContent = name;
  const main = document.querySelector("main");
  bar.hidden = false;
  keepButton.hidden = !forLong || isKeptForLong();
  main.replaceChildren(bar, message, ...parsed.childNodes);
  message.className = "visually-hidden";
  tell(words.opened);
  const title = main.querySelector("h1") ?? main;
  title.tabIndex = -1;
  title.focus();
  dispatchEvent(new Event("resize")); // what site.js does for wide tables
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView();
};

// `#k.…` opens this page, or these: `#a.…` is a reader's own key, which opens all that is theirs.
const written = location.hash.match(/^#([ka])\.([\w-]{43})$/);
const isMeant = /^#[ka]\./.test(location.hash);

const tryLink = async (link, name, given, isForLong) => {
  const key = await audienceKey(link);
  if (!key) return false;
  keep(name, given, isForLong);
  await open(key);
  return true;
};

const begin = async () => {
  document.querySelector("#private_needs").remove();
  if (!globalThis.crypto?.subtle) {
    tell(words.insecure);
    return;
  }
  if (written) {
    const given = bytesOf(written[2]);
    const isOwn = written[1] === "a";
    const link = isOwn ? await linkOf(given) : given;
    const name = isOwn ? envelope.group : envelope.audience;
    if (await tryLink(link, name, given, false)) return;
  }
  const link = recall(envelope.audience);
  const own = recall(envelope.group);
  for (const known of [link, own && (await linkOf(own))]) {
    const key = known && (await audienceKey(known));
    if (key) {
      await open(key);
      return;
    }
  }
  if (link) forget(envelope.audience);
  if (own) forget(envelope.group);
  if (form) form.hidden = false;
  if (isMeant) tell(words.wrongLink);
  else if (!form) tell(words.noKey);
};

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  tell(words.opening);
  const own = await stretch(password.value);
  const link = await linkOf(own);
  const isOpen = tryLink(link, envelope.group, own, remember.checked);
  if (await isOpen.catch(() => tell(words.damaged) ?? true)) return;
  tell(words.wrongPassword);
  password.setAttribute("aria-invalid", "true");
  password.focus();
});

keepButton.addEventListener("click", () => {
  for (const name of [envelope.audience, envelope.group]) {
    const word = forTab?.getItem(keyed(name));
    if (word) forLong?.setItem(keyed(name), word);
  }
  keepButton.hidden = true;
  message.className = "private-message";
  tell(words.kept);
});
document.querySelector("#private_forget").addEventListener("click", () => {
  for (const name of [envelope.audience, envelope.group]) forget(name);
  history.replaceState(null, "", location.pathname);
  location.reload();
});

addEventListener("hashchange", () => {
  if (/^#[ka]\./.test(location.hash)) location.reload();
});
begin().catch(() => tell(words.damaged));
