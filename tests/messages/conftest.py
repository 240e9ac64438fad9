"""Where the tests of examples leave what was said, for the test of the page that shows it."""

from pathlib import Path

import pytest

from tests.shared import common_folder


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = common_folder(tmp_path_factory) / "told"
    folder.mkdir(exist_ok=True)
    return folder
