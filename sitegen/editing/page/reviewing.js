// A text that goes to review is sent in steps: a branch, a commit, a request. Where the answer to one
// was lost, the next save goes on with what was made, and takes away nothing that another wrote.
import {TEXT, currentDraft, encodePath, isOurs} from "./resuming.js";

// What of each service's API begins a branch, makes a request of it, takes a branch away or gives it
// anew. `head` is the last commit of a branch, `changed` the paths that lie between two, where these
// can be compared, `found` what was carried out already, where it is refused for that.
export const STEPS = {
  // docs.github.com/rest, /graphql
  github: {
    begins: (body) => body?.variables?.input?.name?.match(/^refs\/heads\/(.+)/)?.[1],
    isLast: (method, path) => method === "POST" && /\/issues\/\d+\/labels$/.test(path),
    takenAway: (method, path) => (["PATCH", "DELETE"].includes(method) ? decoded(path.match(/\/git\/refs\/heads\/(.+)$/)?.[1]) : undefined),
    root: ({owner, repo}) => `/repos/${owner}/${repo}`,
    repository: ({href}) => href.replace(/\/git\/refs\/.*$/, ""),
    async head(root, branch, read) {
      const found = await read(`${root}/git/ref/heads/${encodePath(branch)}`);
      return (await found?.json())?.object.sha;
    },
    async changed(root, from, to, read) {
      const found = await read(`${root}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`);
      return (await found?.json())?.files.map(({filename}) => filename);
    },
    async heads(root, branch, read) {
      const owner = root.split("/").at(-2);
      const found = await read(`${root}/pulls?state=all&head=${encodeURIComponent(`${owner}:${branch}`)}`);
      return ((await found?.json()) ?? []).map(({head}) => head.sha);
    },
    async content(root, branch, path, read) {
      const found = await read(`${root}/contents/${encodePath(path)}?ref=${encodeURIComponent(branch)}`, {Accept: "application/vnd.github.raw+json"});
      return found && new Uint8Array(await found.arrayBuffer());
    },
    async found(method, url, body, read) {
      if (method === "POST" && url.pathname.endsWith("/pulls")) {
        const owner = url.pathname.split("/").at(-3);
        const found = await read(`${url.href}?state=open&head=${encodeURIComponent(`${owner}:${body.head}`)}`);
        return (await found?.json())?.[0];
      }
      if (method === "PUT" && /\/pulls\/\d+\/merge$/.test(url.pathname)) {
        const {merged} = (await (await read(url.href.replace(/\/merge$/, "")))?.json()) ?? {};
        return merged ? {merged} : undefined;
      }
      return undefined;
    },
  },
  // docs.gitlab.com/api
  gitlab: {
    begins: (body) => (body?.start_branch ? body.branch : undefined),
    isLast: (method, path) => method === "POST" && path.endsWith("/merge_requests"),
    takenAway: (method, path) => (method === "DELETE" ? decoded(path.match(/\/repository\/branches\/(.+)$/)?.[1]) : undefined),
    isUnheard: true, // the editor goes on where a branch is not removed
    root: ({owner, repo}) => `/projects/${encodeURIComponent(`${owner}/${repo}`)}`,
    repository: ({href}) => href.replace(/\/repository\/branches\/.*$/, ""),
    async head(root, branch, read) {
      const found = await read(`${root}/repository/branches/${encodeURIComponent(branch)}`);
      return (await found?.json())?.commit.id;
    },
    async changed(root, from, to, read) {
      const found = await read(`${root}/repository/compare?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`);
      return (await found?.json())?.diffs.map((one) => one.new_path);
    },
    async heads(root, branch, read) {
      const found = await read(`${root}/merge_requests?state=all&source_branch=${encodeURIComponent(branch)}`);
      return ((await found?.json()) ?? []).map(({sha}) => sha);
    },
    async content(root, branch, path, read) {
      const found = await read(`${root}/repository/files/${encodeURIComponent(path)}/raw?ref=${encodeURIComponent(branch)}`);
      return found && new Uint8Array(await found.arrayBuffer());
    },
    async found(method, url, body, read) {
      if (method === "POST" && url.pathname.endsWith("/merge_requests")) {
        const found = await read(`${url.href}?state=opened&source_branch=${encodeURIComponent(body.source_branch)}`);
        return (await found?.json())?.[0];
      }
      if (method === "PUT" && /\/merge_requests\/\d+\/merge$/.test(url.pathname)) {
        const request = await (await read(url.href.replace(/\/merge$/, "")))?.json();
        return request?.state === "merged" ? request : undefined;
      }
      return undefined;
    },
  },
  // docs.gitea.com/api: `new_branch` of a commit; the page makes these steps itself (pulls.js)
  gitea: {
    begins: (body) => body?.new_branch,
    isLast: (method, path) => method === "POST" && path.endsWith("/pulls"),
    takenAway: (method, path) => (method === "DELETE" ? decoded(path.match(/\/branches\/(.+)$/)?.[1]) : undefined),
    root: ({owner, repo}) => `/repos/${owner}/${repo}`,
    repository: ({href}) => href.replace(/\/branches\/.*$/, ""),
    async head(root, branch, read) {
      const found = await read(`${root}/branches/${encodeURI(branch)}`);
      return (await found?.json())?.commit.id;
    },
    async changed(root, from, to, read) {
      const found = await read(`${root}/compare/${encodeURI(`${from}...${to}`)}`);
      const commits = (await found?.json())?.commits;
      const paths = commits?.flatMap(({files}) => files ?? []).map(({filename}) => filename);
      return paths && [...new Set(paths)];
    },
    async heads(root, branch, read) { // of a request that is closed it tells the branch's of now
      const requests = (await pulls(root, "all", read)).filter(({head}) => head.ref === branch);
      return Promise.all(requests.map(async ({number, state, head}) => {
        if (state === "open") return head.sha;
        const name = `refs/pull/${number}/head`;
        const found = await (await read(`${root}/git/${name}`))?.json();
        return [found ?? []].flat().find(({ref}) => ref === name)?.object.sha;
      }));
    },
    async content(root, branch, path, read) {
      const found = await read(`${root}/raw/${encodePath(path)}?ref=${encodeURIComponent(branch)}`);
      return found && new Uint8Array(await found.arrayBuffer());
    },
    async found(method, url, body, read) {
      if (method === "POST" && url.pathname.endsWith("/pulls")) {
        const root = url.href.replace(/\/pulls$/, "");
        return (await pulls(root, "open", read)).find(({head, base}) => head.ref === body.head && base.ref === body.base);
      }
      if (method === "POST" && /\/pulls\/\d+\/merge$/.test(url.pathname)) {
        const {merged} = (await (await read(url.href.replace(/\/merge$/, "")))?.json()) ?? {};
        return merged ? {merged} : undefined;
      }
      return undefined;
    },
  },
};

/** Return Gitea's requests of *state*, all: it has no question for those of a branch. */
async function pulls(root, state, read) {
  const found = [];
  for (let page = 1; ; page += 1) {
    const some = (await (await read(`${root}/pulls?state=${state}&limit=50&page=${page}`))?.json()) ?? [];
    found.push(...some);
    if (!some.length) return found;
  }
}

const decoded = (text) => (text === undefined ? undefined : decodeURIComponent(text));
const CARRIED_OUT = [405, 409, 422]; // by which hosts refuse what is done already

/** Return what saves under review pass through: `named`, by the branch that was begun; `ask`, a `fetch`
 * with what is said above; `placed`, the name under which a branch was begun; `noteRefused`, where a
 * save is refused for its name. *branch* is the one that is published; *refused* makes the answer for a
 * reason and a branch. */
export function reviewing({ask, read, refused, branch: main, service}) {
  const steps = STEPS[service];
  const renamed = new Map(); // branches that the editor would begin, and the one that was begun
  let begun; // by a draft, and not known to have ended
  let claimed; // by the text of another, which the editor was not told

  function named(given, options) {
    if (!steps || typeof given !== "string") return [given, options];
    if (typeof options?.body !== "string") return [inUrl(given), options];
    noteBegun(steps.begins(parsed(options.body)));
    return [inUrl(given), {...options, body: inText(options.body)}];
  }

  async function asked(given, options = {}) {
    if (!steps) return ask(given, options);
    const {method = "GET", headers, body} = options;
    const url = new URL(given);
    const readHere = (address, more) => read(address, headers, more);
    const beginning = steps.begins(parsed(body));
    if (beginning && beginning === claimed) {
      claimed = undefined;
      return refused("claimed", beginning);
    }
    const branch = steps.takenAway(method, url.pathname);
    if (branch && (await isTheirs(steps.repository(url), branch, readHere))) {
      claimed = steps.isUnheard ? branch : undefined;
      return refused("claimed", branch);
    }
    const lost = () => begun && method !== "GET" && Object.assign(begun, {isLost: true});
    const answer = await ask(given, options).catch((error) => {
      lost();
      throw error;
    });
    if (answer.status >= 500) lost();
    const found = CARRIED_OUT.includes(answer.status) ? await steps.found(method, url, parsed(body), readHere) : undefined;
    if (steps.isLast(method, url.pathname) && (answer.ok || found)) begun = undefined;
    return found ? Response.json(found) : answer;
  }

  /** Note that *branch* is begun: by a draft whose answer was lost, it is the one that was begun then. */
  function noteBegun(branch) {
    if (!branch) return;
    const draft = currentDraft();
    if (!begun?.isLost || begun.draft !== draft) begun = {draft, branch};
    else if (begun.branch !== branch) renamed.set(branch, begun.branch);
  }

  /** Whether *branch* holds what its author sent to nobody for review, and this page did not write. */
  async function isTheirs(root, branch, readHere) {
    const head = await steps.head(root, branch, readHere);
    if (!head || (await steps.heads(root, branch, readHere)).includes(head)) return false;
    const paths = await steps.changed(root, main, branch, readHere);
    if (!paths) return true;
    for (const path of paths.filter((one) => TEXT.test(one))) {
      const bytes = await steps.content(root, branch, path, readHere);
      if (bytes && !isOurs(bytes)) return true;
    }
    return false;
  }

  const inUrl = (given) => [...renamed].reduce((all, [name, place]) => all
    .replace(ending(encodeURI(name)), `$1${encodeURI(place)}`)
    .replace(ending(encodeURIComponent(name)), `$1${encodeURIComponent(place)}`), given);
  const inText = (text) => [...renamed].reduce((all, [name, place]) => all
    .replaceAll(`"${name}"`, `"${place}"`)
    .replaceAll(`"refs/heads/${name}"`, `"refs/heads/${place}"`), text);
  const placed = (branch) => renamed.get(branch) ?? branch;
  return {named, ask: asked, placed, noteRefused: () => { begun = undefined; }};
}

/** Return what finds *name* where it ends a step of a path, or a value of a query. */
const ending = (name) => new RegExp(`([/=])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?=[?&]|$)`);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
