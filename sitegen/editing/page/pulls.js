// The editorial workflow of Gitea and Forgejo, which the editor has for GitHub and GitLab alone: each
// text has a branch and a pull request. A draft is what these hosts call work in progress, by its
// title; that a text is ready is a label. docs.gitea.com/api, codeberg.org/api/swagger
import {TEXT, encodePath} from "./resuming.js";
import {blobSha} from "./saving.js";
import {refusal, told} from "./telling.js";

const BRANCHES = "cms/"; // how the editor's branches begin
const DRAFTS = /^\s*(?:wip:|\[wip\])\s*/i; // [repository.pull-request] WORK_IN_PROGRESS_PREFIXES
const MARKS = ["WIP: ", "Draft: ", "[Draft] "]; // what hosts are set to know drafts by; theirs are not told
const MARK = /^\s*(?:\[[^\]]*\]|[^:]*:)\s*/; // of whichever host
const LABELS = { // as the editor calls them elsewhere, with a colour
  pending_publish: ["sveltia-cms/pending_publish", "#0e8a16"],
  pending_deletion: ["sveltia-cms/pending_deletion", "#b60205"],
};
const STYLES = [ // of merging, and the setting by which a repository allows each
  ["merge", "allow_merge_commits"], ["rebase-merge", "allow_rebase_explicit"], ["rebase", "allow_rebase"],
  ["squash", "allow_squash_merge"], ["fast-forward-only", "allow_fast_forward_only_merge"],
];
const OWN = Object.values(LABELS).map(([name]) => name);
const PAGE = 50; // of a list; fewer where a host is set so
const ATTEMPTS = 5; // a second apart, while the host looks whether a request can be merged
const [EXISTS, NOT_ALLOWED, CONFLICT, NOT_FOUND, FORBIDDEN] = [422, 405, 409, 404, 403];

/** Return Gitea's *service* of the editor with a workflow. *ask* speaks with its API as whoever is
 * signed in, *repository* is the one that is open, *access* what the sign-in asks for; *placed* tells
 * under which name a branch was begun, *asSeen* whether a request holds what its author saw. */
export function withWorkflow(service, {ask, repository, access}, {texts, placed, asSeen}) {
  const at = (path) => `/repos/${repository.owner}/${repository.repo}${path}`;
  const pull = (number) => at(`/pulls/${number}`);
  const branchAt = (branch) => at(`/branches/${encodeURI(branch)}`);
  const query = (branch) => `ref=${encodeURIComponent(branch)}`;
  let page; // how many a list holds
  let mark = MARKS[0]; // by which this host knows a draft

  const titled = (title, status) => `${status === "draft" ? mark : ""}${title.replace(DRAFTS, "")}`;

  async function all(path) {
    page ??= Math.min(PAGE, (await ask("/settings/api")).max_response_items || PAGE);
    const found = [];
    for (let number = 1; ; number += 1) {
      const some = await ask(at(`${path}${path.includes("?") ? "&" : "?"}limit=${PAGE}&page=${number}`));
      found.push(...(some ?? []));
      if (!some || some.length < page) return found;
    }
  }

  /** Return the open requests for texts, the last that was changed first. */
  const open = async () => (await all("/pulls?state=open&sort=recentupdate")).filter(({head, base}) => (
    base.ref === repository.branch && head.ref.startsWith(BRANCHES) && head.repo_id === base.repo_id));

  async function fetchPullRequests() {
    const requests = await open().catch((error) => {
      throw error.cause?.status === NOT_FOUND ? refusal(texts.unlisted) : error;
    });
    return Promise.all(requests.map(async (request) => ({...shown(request), files: await filesOf(request)})));
  }

  async function filesOf({number, head}) {
    const changed = await all(`/pulls/${number}/files`);
    return Promise.all(changed.map(async ({filename: path, status, previous_filename: former}) => {
      const file = {path, sha: "", size: 0, deleted: status === "deleted", previousPath: former || undefined};
      if (file.deleted || !TEXT.test(path)) return file;
      const blob = await ask(at(`/raw/${encodePath(path)}?${query(head.ref)}`), {responseType: "blob"}).catch((error) => {
        if (error.cause?.status !== NOT_FOUND) throw error;
      });
      if (!blob) return {...file, deleted: true}; // meanwhile
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return {...file, sha: await blobSha(bytes), size: bytes.length, text: new TextDecoder().decode(bytes)};
    }));
  }

  async function savePullRequest({changes, options, branch, title, status, pullRequest}) {
    const commit = (into) => service.commitChanges(changes, {...options, into});
    if (pullRequest) {
      if ((await ask(pull(pullRequest.number))).state !== "open") throw refusal(texts.closed);
      const seen = await asSeen(pullRequest);
      return {commit: await commit({branch}), pullRequest: seen};
    }
    const labels = status in LABELS ? [await labelOf(status)] : []; // before there is a branch without a request
    const begin = async () => ({commit: await commit({new_branch: branch}), pullRequest: await opened()});
    try {
      return await begin();
    } catch (error) {
      if (error.cause?.status !== EXISTS || !(await isThere(branch))) throw error;
    }
    const request = (await open()).find(({head}) => head.ref === placed(branch));
    if (request) return {commit: await commit({branch}), pullRequest: shown(request)};
    await removed(branch);
    return begin();

    async function opened() {
      const body = {base: repository.branch, head: branch, title: titled(title, status), labels};
      return {...shown(await agreed(await ask(at("/pulls"), {method: "POST", body}), status)), branch};
    }
  }

  async function updateStatus({number, ...known}, status) {
    const {state, title, labels} = await ask(pull(number));
    if (state !== "open") throw refusal(texts.closed);
    const kept = (labels ?? []).filter(({name}) => !OWN.includes(name)).map(({id}) => id);
    const body = {title: titled(title, status)};
    if (status in LABELS) body.labels = [...kept, await labelOf(status)];
    else if (kept.length < (labels ?? []).length) body.labels = kept;
    await agreed(await ask(pull(number), {method: "PATCH", body}), status);
    return {...known, number, status, updatedDate: new Date()};
  }

  /** Return *request*, whose title is changed where the host takes it for another stage than *status*. */
  async function agreed(request, status) {
    const isDraft = status === "draft";
    if (request.draft === isDraft || request.draft === undefined) return request;
    const retitled = (title) => ask(pull(request.number), {method: "PATCH", body: {title}});
    const bare = request.title.replace(DRAFTS, "");
    for (const other of isDraft ? MARKS.slice(1) : [""]) {
      const changed = await retitled(isDraft ? other + bare : bare.replace(MARK, ""));
      if (changed.draft === isDraft) {
        if (isDraft) mark = other;
        return changed;
      }
    }
    if (!isDraft) throw refusal(texts.marked.replace("{path}", request.html_url));
    return retitled(MARKS[0] + bare); // a draft by its title alone
  }

  /** Return the number of the label for *status*, which is made where there is none. */
  async function labelOf(status) {
    const [name, color] = LABELS[status];
    try {
      const found = (await all("/labels")).find((label) => label.name === name);
      return (found ?? await ask(at("/labels"), {method: "POST", body: {name, color}})).id;
    } catch (error) {
      throw error.cause?.status === FORBIDDEN ? refusal(texts.unlabelled) : error;
    }
  }

  async function publish({number, title, headSHA, branch}) {
    const body = {Do: styleOf(await ask(at(""))), MergeTitleField: title, head_commit_id: headSHA, delete_branch_after_merge: true};
    const {html_url: url, head} = await ask(pull(number));
    for (let attempt = 1; ; attempt += 1) {
      const answer = await ask(`${pull(number)}/merge`, {method: "POST", body, responseType: "raw"});
      if (answer.ok) break;
      const {message = ""} = await answer.json().catch(() => ({}));
      const isEarly = answer.status === NOT_ALLOWED && /try again later/i.test(message);
      if (isEarly && attempt < ATTEMPTS) await new Promise((done) => { setTimeout(done, 1000); });
      else throw refusal(unpublished({status: answer.status, message, isEarly, isSeen: head.sha === headSHA, url}));
    }
    await removed(branch).catch(() => {}); // else it stays: all of it is published
  }

  /** Return why a request is not merged, by what the host answers. *isEarly*: it tells to come again. */
  function unpublished({status, message, isEarly, isSeen, url}) {
    const told = (text) => text.replace("{path}", url).replace("{reason}", message);
    if (status === NOT_FOUND) return texts.closed;
    if (status === CONFLICT && !isSeen) return texts.outdated;
    if (status === CONFLICT || isEarly) return told(texts.conflict);
    if (status !== NOT_ALLOWED) return message;
    return told(/not allowed to merge/i.test(message) ? texts.unmerged : texts.unpublished);
  }

  async function discard(request) {
    const {number, branch} = request;
    await asSeen(request);
    await ask(pull(number), {method: "PATCH", body: {state: "closed"}});
    await removed(branch);
  }

  const isThere = async (branch) => (await ask(branchAt(branch), {responseType: "raw"})).ok;

  /** Take *branch* away, where it is still there: Forgejo has no word for one that is not. */
  async function removed(branch) {
    if (!(await isThere(branch))) return;
    const answer = await ask(branchAt(branch), {method: "DELETE", responseType: "raw"});
    if (answer.ok || answer.status === NOT_FOUND) return;
    throw refusal((await answer.json().catch(() => ({}))).message);
  }

  const fetchBlob = async (asset) => (asset.workflow?.branch
    ? ask(at(`/media/${encodePath(asset.path)}?${query(asset.workflow.branch)}`), {responseType: "blob"})
    : service.fetchBlob(asset));

  function init() {
    const made = service.init();
    if (made) access.authScope += ",write:issue"; // for labels
    return made;
  }

  const workflow = {savePullRequest};
  for (const [name, step] of Object.entries({fetchPullRequests, updateStatus, publish, discard})) workflow[name] = told(step);
  return {...service, init, fetchBlob, workflow};
}

/** Return how *settings* of a repository let a request be merged: as usual there, or as is allowed. */
function styleOf({default_merge_style: usual, ...settings}) {
  const allowed = STYLES.filter(([, setting]) => settings[setting] !== false).map(([style]) => style);
  return allowed.includes(usual) ? usual : allowed[0] ?? usual ?? "merge";
}

function stageOf({title, draft, labels}) {
  const names = (labels ?? []).map(({name}) => name);
  if (names.includes(LABELS.pending_deletion[0])) return "pending_deletion";
  if (draft || DRAFTS.test(title)) return "draft";
  return names.includes(LABELS.pending_publish[0]) ? "pending_publish" : "pending_review";
}

/** Return *request* as the editor has one. */
function shown(request) {
  const {number, id, title, html_url: url, head, user, created_at: created, updated_at: updated} = request;
  return {
    number, nodeId: String(id), title: (request.draft ? title.replace(MARK, "") : title.replace(DRAFTS, "")), url, branch: head.ref, headSHA: head.sha,
    status: stageOf(request), createdDate: new Date(created), updatedDate: new Date(updated), files: [],
    author: user ? {name: user.full_name || user.login, email: user.email ?? "", id: user.id, login: user.login} : undefined,
  };
}
