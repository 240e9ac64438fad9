// What the editor's services leave out: why a step failed, and what a request for review holds now.
import {told} from "./telling.js";

const STEPS = ["fetchPullRequests", "updateStatus", "publish", "discard"];
const REMOVING = /^delete/; // of the editor's kinds of commits: of what it saves it says itself what is wrong

/** Complete *service* of the editor, in place. *asSeen* tells whether a request for review holds what its
 * author saw. *isTelling*: its workflow asks that and says why a step failed already. */
export function completeService(service, {asSeen, isTelling = false}) {
  service.commitChanges = told(service.commitChanges, (changes, {commitType}) => REMOVING.test(commitType));
  const {workflow} = service;
  if (!workflow) return;
  const {savePullRequest: save} = workflow;
  const seen = async ({pullRequest, ...given}) => save({...given, pullRequest: pullRequest && (await asSeen(pullRequest))});
  workflow.savePullRequest = told(known(isTelling ? save : seen), ({options}) => REMOVING.test(options.commitType));
  if (isTelling) return;
  const {discard} = workflow;
  workflow.discard = async (request) => discard(await asSeen(request));
  for (const step of STEPS) workflow[step] = told(workflow[step]);
}

/** Return *save*, whose request is of what it holds then: the editor keeps the commit before, which no
 * host merges, and the title of a text that is corrected, where it removes one. */
const known = (save) => async (given) => {
  const {commit, pullRequest} = await save(given);
  const now = {...pullRequest, headSHA: commit.sha};
  return {commit, pullRequest: given.status === "pending_deletion" ? {...now, title: given.title} : now};
};
