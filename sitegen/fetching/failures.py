"""Why something could not be had from another host, as it is told. Pure."""

import http.client
import ssl

from sitegen.network.hosts import PrivateHostError
from sitegen.wording.phrases import Words, told_by

FAILURES = (PrivateHostError, OSError, http.client.HTTPException, ValueError)
"""What asking another host may raise."""


def reason_for(failure: BaseException) -> Words:
    """Return what is told of a *failure* among `FAILURES`; of the system's, never an address."""
    if isinstance(failure, PrivateHostError):
        return "its address is one of a private network"
    if isinstance(failure, ssl.SSLError):
        return "its certificate is not valid, or its encryption"
    if isinstance(failure, TimeoutError):
        return "it does not answer in time"
    if isinstance(failure, OSError):
        return failure.strerror or "it cannot be reached"
    if isinstance(failure, http.client.HTTPException):
        return "it does not answer as a web server does"
    return told_by(failure)
