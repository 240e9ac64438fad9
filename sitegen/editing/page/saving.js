// What the page asks of others: nobody but its code host, nothing written over what somebody else
// changed, and what goes wrong in the author's words.
import {asItStood, bare} from "./ends.js";
import {withoutFaces} from "./faces.js";
import {SOURCE, madeFrom, wasRead} from "./format.js";
import {unportableNew} from "./names.js";
import {inWords} from "./refusing.js";
import {TEXT, asNamed, encodePath, isOurs, noteSent, resumed} from "./resuming.js";
import {reviewing} from "./reviewing.js";

const savedFrom = new Map(); // what this page itself saved of a text since it was read

/** A save that is not sent. */
class Refusal extends Error {
  constructor(reason, path) {
    super(reason);
    Object.assign(this, {reason, path});
  }
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const textOf = (bytes) => new TextDecoder().decode(bytes).trim();
const base64Of = (text) =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
const UTF8 = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});

const digest = crypto.subtle.digest.bind(crypto.subtle);
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Return the digest of a file as Git makes it. */
async function blobDigest(bytes) {
  const blob = new Blob([`blob ${bytes.length}\0`, bytes]);
  return digest("SHA-1", await blob.arrayBuffer());
}
export const blobSha = async (bytes) => hex(await blobDigest(bytes));

const digests = new Map(); // of texts as the editor sent them: those of what is written instead

/** Let the editor know a file that GitLab, which tells no digests, keeps as *written* by its own. */
async function noteWritten(sent, written) {
  const [one, other] = [sent, written].map((text) => new TextEncoder().encode(text));
  if (sent !== written) digests.set(await blobSha(one), await blobDigest(other));
}

crypto.subtle.digest = async (...asked) => {
  const made = await digest(...asked);
  return digests.get(hex(made)) ?? made;
};

/** Return the texts that may stand where *text* is to be written: what its form was read from, what
 * this page saved of it since, and itself, where the answer to a save was lost. */
const known = (text) => {
  const source = madeFrom.get(text);
  return source === undefined ? undefined : [source, ...(savedFrom.get(source) ?? []), text];
};

/** Note that *stands* is what this page saved of the text that *text* is made from. */
function noteSaved(text, stands) {
  const source = madeFrom.get(text);
  if (source !== undefined) savedFrom.set(source, [...(savedFrom.get(source) ?? []), stands]);
}

/** Whether the entry *stands* is what this page saved of the entry *read*: the answer to it was lost. */
export function isOwnSave(stands, read) {
  const source = ({locales}) => Object.values(locales)[0]?.content?.[SOURCE];
  const [now, before] = [source(stands), source(read)];
  if (now === undefined || before === undefined) return false;
  return (savedFrom.get(before.trim()) ?? []).map(bare).includes(bare(now));
}

/** Return *text* as the file stands that it replaces, whose *bytes* are there now. */
function asThere(path, text, bytes) {
  const found = known(text) ?? [];
  const stands = decoded(path, bytes);
  if (!found.map(bare).includes(bare(stands))) throw new Refusal(found[0] ? "changed" : "exists", path);
  return asItStood(stands, text);
}

/** Refuse to remove the text at *path* whose *bytes* nobody read here: somebody else changed it. */
function checkRemoved(path, bytes) {
  if (!bytes) throw new Refusal("gone", path);
  if (!wasRead(textOf(bytes)) && !isOurs(bytes)) throw new Refusal("changed", path);
}

function decoded(path, bytes) {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Refusal("encoding", path); // what the editor shows of it has lost the signs it cannot read
  }
}

// What of each service's API writes files. Each looks at what stands there now, and binds the write
// to it, so that nothing comes between: tabs of one browser share what the editor knows of a file,
// so what it sends may be of now and its form of before.
// Where a removal was carried out already, and the answer to it was lost, `carriedOut` is that answer.
const SAVES = {
  // docs.gitea.com/api: "sha" of the file that is replaced
  gitea: {
    isOne: ({pathname}, {files}) => pathname.endsWith("/contents") && Array.isArray(files),
    changes: ({files}) => files,
    pathOf: ({path}) => path,
    bytesOf: ({content}) => bytesOf(content),
    isNew: ({operation}) => operation === "create",
    place: (change, path) => Object.assign(change, {path}, change.operation === "create" ? {operation: "update"} : {}),
    async stands({branch}, {href}, path, read) {
      const found = await read(`${href.replace(/\/contents$/, "")}/raw/${encodePath(path)}?ref=${encodeURIComponent(branch)}`);
      return found && new Uint8Array(await found.arrayBuffer());
    },
    texts: ({files}) => files.filter(({path}) => TEXT.test(path)).map((file) => textOf(bytesOf(file.content))),
    async bind(body, url, read) {
      for (const file of body.files.filter(({operation}) => operation !== "create")) {
        const isText = file.operation === "update" && TEXT.test(file.path);
        const text = isText ? textOf(bytesOf(file.content)) : undefined;
        const isRemoved = file.operation === "delete" && TEXT.test(file.path);
        if (text === undefined ? file.sha && !isRemoved : known(text) === undefined) continue;
        const path = file.from_path ?? file.path;
        const bytes = await this.stands(body, url, path, read);
        if (isRemoved) checkRemoved(path, bytes);
        else if (!bytes) throw new Refusal("gone", path);
        if (text !== undefined) file.content = base64Of(asThere(path, text, bytes));
        file.sha = await blobSha(bytes);
      }
    },
  },
  // docs.gitlab.com/api/commits: "last_commit_id" of the file
  gitlab: {
    isOne: ({pathname}, {actions}) => pathname.endsWith("/repository/commits") && Array.isArray(actions),
    changes: ({actions}) => actions,
    pathOf: ({file_path: path}) => path,
    bytesOf: ({content, encoding}) => (encoding === "text" ? new TextEncoder().encode(content) : bytesOf(content)),
    isNew: ({action}) => action === "create",
    place: (change, path) => Object.assign(change, {file_path: path}, change.action === "create" ? {action: "update"} : {}),
    async stands(body, url, path, read) {
      const found = await this.found(body, url, path, read);
      return found && bytesOf(found.content);
    },
    async found({branch, start_branch: start}, {href}, path, read) {
      const found = await read(`${href.replace(/\/commits$/, "")}/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(start ?? branch)}`);
      return found?.json();
    },
    async carriedOut(body, url, read) {
      if (body.start_branch || !body.actions.every(({action}) => action === "delete")) return undefined;
      for (const {file_path: path} of body.actions) if (await this.found(body, url, path, read)) return undefined;
      const branch = await read(`${url.href.replace(/\/commits$/, "")}/branches/${encodeURIComponent(body.branch)}`);
      return branch && Response.json({id: (await branch.json()).commit.id, committed_date: new Date()});
    },
    texts: ({actions}) => actions.filter(({encoding}) => encoding === "text").map(({content}) => content.trim()),
    async bind(body, url, read) {
      for (const change of body.actions.filter(({action, file_path: path}) => action === "delete" && TEXT.test(path))) {
        const found = await this.found(body, url, change.file_path, read);
        checkRemoved(change.file_path, found && bytesOf(found.content));
        change.last_commit_id = found.last_commit_id;
      }
      for (const change of body.actions.filter(({action, encoding}) => action !== "create" && encoding === "text")) {
        const text = change.content.trim();
        if (known(text) === undefined) continue;
        const path = change.previous_path ?? change.file_path;
        const found = await this.found(body, url, path, read);
        if (!found) throw new Refusal("gone", path);
        const written = asThere(path, text, bytesOf(found.content));
        await noteWritten(change.content, written);
        change.content = written;
        change.last_commit_id = found.last_commit_id;
      }
    },
  },
  // docs.github.com/graphql: "expectedHeadOid" of the branch; a file that is added replaces any other
  github: {
    isOne: ({pathname}, {variables}) => pathname.endsWith("/graphql") && Array.isArray(variables?.input?.fileChanges?.additions),
    changes: ({variables: {input: {fileChanges: {additions, deletions = []}}}}) => [...additions, ...deletions],
    pathOf: ({path}) => path,
    bytesOf: ({contents}) => bytesOf(contents),
    isNew: ({path, contents}) => contents !== undefined && TEXT.test(path), // the same picture replaces itself
    place(change, path, body) {
      body.query = body.query.replaceAll(JSON.stringify(change.path), JSON.stringify(path));
      change.path = path;
    },
    async stands({variables: {input}}, {href}, path, read) {
      const {branch: {repositoryNameWithOwner: name}, expectedHeadOid: head} = input;
      const api = href.replace(/\/graphql$/, "").replace(/\/api$/, "/api/v3");
      const found = await read(`${api}/repos/${name}/contents/${encodePath(path)}?ref=${head}`, {Accept: "application/vnd.github.raw+json"});
      return found && new Uint8Array(await found.arrayBuffer());
    },
    async carriedOut(body, url, read) {
      const {fileChanges: {additions, deletions = []}, expectedHeadOid: oid} = body.variables.input;
      if (additions.length || !deletions.length) return undefined;
      for (const {path} of deletions) if (await this.stands(body, url, path, read)) return undefined;
      return Response.json({data: {createCommitOnBranch: {commit: {oid, committedDate: new Date()}}}});
    },
    texts: ({variables}) => variables.input.fileChanges.additions.filter(({path}) => TEXT.test(path)).map((file) => textOf(bytesOf(file.contents))),
    async bind(body, url, read) {
      const {deletions = []} = body.variables.input.fileChanges;
      for (const {path} of deletions.filter((one) => TEXT.test(one.path))) checkRemoved(path, await this.stands(body, url, path, read));
      for (const file of body.variables.input.fileChanges.additions.filter(({path}) => TEXT.test(path))) {
        const bytes = await this.stands(body, url, file.path, read);
        if (bytes) file.contents = base64Of(asThere(file.path, textOf(bytesOf(file.contents)), bytes)); // else new, or moved
      }
    },
  },
};

/** The preview's server compares itself. */
const LOCAL = {
  ...SAVES.gitea,
  async bind(body, url, read) {
    for (const file of body.files.filter(({operation}) => operation === "update")) {
      const found = TEXT.test(file.path) ? known(textOf(bytesOf(file.content))) : undefined;
      if (found) file.read = found.slice(0, -1);
      if (!file.sha) file.sha = await blobSha(await this.stands(body, url, file.path, read)); // it stands, and was new
    }
  },
};

/** Let the page ask nobody but its own server and *hosts*, and save as said above. Return what tells
 * under which name a branch was begun. */
export function guardRequests({hosts, texts, token, editor}) {
  const direct = window.fetch.bind(window);
  const read = async (address, given, headers = {}) => {
    const Authorization = new Headers(given).get("Authorization");
    const answer = await direct(address, {cache: "no-store", headers: {Authorization, ...headers}});
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw answer;
    return answer;
  };
  const refused = (reason, path) => Response.json({message: texts[reason].replace("{path}", path)}, {status: 409});
  const save = token ? LOCAL : SAVES[editor.backend.name];
  const service = token ? undefined : editor.backend.name;
  const {named, ask, noteRefused, placed} = reviewing({ask: direct, read, refused, branch: editor.backend.branch, service});

  async function saved(url, options, body) {
    const readHere = (address, headers) => read(address, options.headers, headers);
    const texts = save.texts(body);
    const stands = (path) => save.stands(body, url, path, readHere);
    try {
      const unportable = await unportableNew(save, body, stands);
      if (unportable) throw new Refusal("name", unportable);
      const there = await resumed(save, body, stands);
      for (const [text, stood] of there) noteSaved(text, stood);
      const done = await save.carriedOut?.(body, url, readHere);
      if (done) return done;
      await save.bind(body, url, readHere);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      noteRefused();
      return refused(error.reason, error.path);
    }
    await noteSent(save, body);
    const sent = () => texts.forEach((text) => noteSaved(text, text)); // so it may stand there
    const answer = await ask(url, {...options, body: JSON.stringify(body)}).catch((error) => {
      sent();
      throw error;
    });
    const written = answer.ok && !(await answer.clone().json()).errors;
    if (written || answer.status >= 500) sent();
    return written ? asNamed(answer) : answer;
  }

  window.fetch = async (given, ...more) => {
    const [asked, ...rest] = named(given, ...more);
    const url = new URL(asked instanceof Request ? asked.url : asked, location.href);
    const isOwn = url.origin === location.origin || ["blob:", "data:"].includes(url.protocol);
    // Hosts that tell whether a service is well are asked for nothing: nobody else is.
    if (!isOwn && !hosts.includes(url.origin)) return new Response("{}", {status: 503});
    const [options] = rest;
    const body = parsed(options?.body);
    try {
      const answer = await (body && save.isOne(url, body) ? saved(url, options, body) : (isOwn ? direct : ask)(asked, ...rest)).catch(asAnswer);
      return isOwn ? answer : await withoutFaces(await inWords(answer, texts, {url, options, read}), url);
    } catch (error) {
      // What browsers say of a network that is gone is English, and does not say what to do.
      throw error.name === "TypeError" ? new TypeError(texts.offline) : error;
    }
  };
  return {placed};
}

/** Return the answer that *error* is, where what was looked at before a step, or after it, is refused. */
function asAnswer(error) {
  if (error instanceof Response) return error;
  throw error;
}

function parsed(body) {
  try {
    return typeof body === "string" ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}
