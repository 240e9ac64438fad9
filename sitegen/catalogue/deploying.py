"""Messages: the site on its way to where readers find it."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "deploy-address": Message(
        "SG408",
        "error",
        "nothing can be deployed to `{value}`",
        "Write a folder, or an address like `sftp://name@host/www/`, `rsync://name@host/www/`, "
        "`s3://bucket/`, `git+https://host/name/site.git`, without `..` in it.",
    ),
    "deploy-secret": Message(
        "SG409",
        "error",
        "`{key}` holds a secret, and everybody who has this file would have it",
        "Take it out, and change it. A password goes into the variable SITEGEN_DEPLOY_PASSWORD; "
        "keys are those of your ssh, Git or AWS programs.",
    ),
    "deploy-nowhere": Message(
        "SG410",
        "error",
        "site.yaml does not say where to deploy to",
        "Write there `deploy: {{online: sftp://name@host/www/}}`, or name the place: "
        "`sitegen deploy ADDRESS`.",
    ),
    "deploy-unknown": Message(
        "SG411",
        "error",
        "no place called `{value}` stands under `deploy` in site.yaml",
        "Name one of those that do ({known}), or an address. A folder is written with its path:"
        " `../www`.",
    ),
    "deploy-program-missing": Message(
        "SG412",
        "error",
        "the program `{program}`, which brings sites to `{scheme}://`, is not installed",
        "Install it (`apt install {program}`, `brew install {program}`), or deploy by SFTP.",
    ),
    "deploy-host-key": Message(
        "SG413",
        "error",
        "nothing says that the host `{host}` is the one that it should be",
        "Connect once by hand (`ssh -p {port} {way}`) and compare the fingerprint with what your "
        "host publishes. For CI, commit the line of `~/.ssh/known_hosts` in a file, and name that "
        "file as `known_hosts` of this place.",
    ),
    "deploy-in-the-way": Message(
        "SG629",
        "error",
        "{folder} is no place to deploy to: the site would mix with what you wrote, or with itself",
        "Give `deploy:` a folder beside that of the site, such as ../public.",
    ),
    "deploy-below-home": Message(
        "SG657",
        "warning",
        "`{path}` is counted from the folder in which the account begins",
        "If it is a folder of the machine, write a second slash: `{meant}`. Where the site came "
        "to the other one already, remove it there.",
    ),
    "deploy-denied": Message(
        "SG414",
        "error",
        "`{host}` does not let you in: {reason}",
        "Check the name in the address, and what proves that it is you: your ssh keys, "
        "SITEGEN_DEPLOY_PASSWORD, or the keys of AWS in the environment.",
    ),
    "deploy-refused": Message(
        "SG415",
        "error",
        "the place cannot be deployed to: {reason}",
        "Check the address, the rights of the account and its free space; then deploy again: only "
        "what is missing is sent.",
    ),
    "deploy-cut": Message(
        "SG416",
        "error",
        "the connection was lost: {reason}",
        "Deploy again: only what is missing is sent. Until then readers see the former pages, and "
        "some new ones whole.",
    ),
    "deploy-guard": Message(
        "SG417",
        "error",
        "nothing was deployed: {problem}",
        "Look at it with `--dry-run`. If it is meant, deploy with `--accept`.",
    ),
    "hub-not-told": Message(
        "SG526",
        "warning",
        "the hub of your feeds was not told of what is new: {reason}",
        "Readers find it by themselves, some hours later. Look at `feeds.hub` in site.yaml.",
    ),
    "mention-not-told": Message(
        "SG682",
        "warning",
        "`{target}`, to which {source} links, was not told so: {reason}",
        "It wants to be told (Webmention), and nothing is lost: it is asked again when the text"
        " changes.",
    ),
    "mentions-untold": Message(
        "SG683",
        "warning",
        "{number} addresses were not told of links to them: there was no time left",
        "Nothing is lost: they are told when the texts that link to them change.",
    ),
    "deploy-errors": Message(
        "SG418",
        "error",
        "nothing was deployed, because the site has errors",
        "Mend them. To deploy what stands without them, add `--with-errors`.",
    ),
    "deploy-changed-meanwhile": Message(
        "SG419",
        "error",
        "`{path}` was changed by somebody else meanwhile",
        "Deploy again, when no other build or deployment is running.",
    ),
}
