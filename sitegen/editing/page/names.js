// Names of new files that not every system can hold: others get the files by Git, on Windows too.
const UNPORTABLE = /[\x00-\x1f\\:*?"<>|]|(?:^|\/)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)[ ]*(?:\.[^/]*)?(?=\/|$)|[. ](?=\/|$)/i;

/** Whether some step of *path* is no file's name on Windows: a device, with any ending, a sign that it
 * keeps for itself, a full stop or a space at the end. */
export const isUnportable = (path) => UNPORTABLE.test(path);

/** Return the path of a file that *body* brings and no system should have to hold; *stands* reads what
 * is at a path: a file that is there already may be saved. */
export async function unportableNew(save, body, stands) {
  for (const change of save.changes(body)) {
    const path = save.pathOf(change);
    const isSent = (change.content ?? change.contents) !== undefined;
    if (isSent && isUnportable(path) && (save.isNew(change) || !(await stands(path)))) return path;
  }
  return undefined;
}
