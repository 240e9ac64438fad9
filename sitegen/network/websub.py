"""A WebSub hub is told which feeds have news (W3C Recommendation WebSub, §7). Network I/O."""

import http.client
from collections.abc import Sequence
from urllib.parse import urlencode

from sitegen.network.hosts import PrivateHostError
from sitegen.network.request import PATIENCE, Client, asked
from sitegen.wording.phrases import Words


def tell_hub(hub: str, feeds: Sequence[str], client: Client) -> Words:
    """Tell *hub* that the *feeds* (addresses) have changed; return what went wrong, or nothing.

    The Recommendation leaves the form of this request to hubs; all known ones take this one.
    """
    fields = [("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)]
    body = urlencode(fields).encode("ascii")
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    try:
        with asked("POST", hub, client, PATIENCE, headers, body) as answer:
            if answer.status // 100 == 2:
                return ""
            return f"HTTP {answer.status}"
    except PrivateHostError:
        return "its address is one of a private network"
    except (OSError, ValueError, http.client.HTTPException) as error:
        return str(error) or type(error).__name__
