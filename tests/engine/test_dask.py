"""A site built by a Dask cluster is the site that one process builds."""

import logging
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import sitegen
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.engine.state.stored import BodyReader
from sitegen.engine.workers import cluster as executors
from sitegen.engine.workers import pool as workers
from sitegen.engine.workers.pool import Workers
from sitegen.errors import SitegenError, UsageError, WorkerError
from tests.engine.articles import lay_out_articles
from tests.plugins.test_failing import SITE as SITE_WITH_PLUGIN
from tests.support import SiteFolder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("default"),  # those of the cluster are not ours to mend
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A scheduler and two worker processes."""
    distributed = import_module("distributed")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=":0",
        host="127.0.0.1",
    ) as cluster:
        yield cluster


@pytest.fixture
def address(cluster: Any) -> str:
    return "dask://" + cluster.scheduler_address.removeprefix("tcp://")


@pytest.fixture
def many(make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """A site of twelve articles, which are many enough for the cluster here."""
    monkeypatch.setattr(workers, "FEWEST", 1)
    monkeypatch.setattr(workers, "CHUNK", 5)
    return lay_out_articles(make_site)


def alone(site: SiteFolder) -> dict[str, bytes]:
    """Return the tree that one process gives from nothing."""
    clean = SiteFolder(site.root.parent / "clean")
    shutil.rmtree(clean.root, ignore_errors=True)
    shutil.copytree(site.root, clean.root, ignore=shutil.ignore_patterns("output", ".sitegen"))
    clean.build(jobs=1)
    return clean.tree()


def in_which_process(numbers: list[int]) -> list[int]:
    return [os.getpid()] * len(numbers)


def die_once(mark: str, numbers: list[int]) -> list[int]:
    if not os.path.exists(mark):
        with open(mark, "x"):
            pass
        os._exit(1)
    return numbers


def die(_: list[int]) -> list[int]:
    os._exit(1)


def refusal(site: SiteFolder, executor: str) -> tuple[str, ...]:
    """Build, and return the codes of the error that must come."""
    with pytest.raises(SitegenError) as caught:
        site.build(executor=executor)
    return tuple(diagnostic.code for diagnostic in caught.value.diagnostics)


def test_the_cluster_s_processes_do_the_work(address: str, many: SiteFolder) -> None:
    probe = str(many.root / "probe")
    with executors.open_executor(address, probe, str(many.root / "site.yaml")) as executor:
        units = list(range(400))
        processes = [
            process
            for chunk in Workers(1, executor).map(in_which_process, (), units)
            for process in chunk
        ]

    assert len(processes) == 400
    assert os.getpid() not in processes
    assert len(set(processes)) == 2
    assert not os.path.exists(probe)


def test_a_cluster_gives_the_bytes_of_one_process_warm_and_cold(
    address: str, many: SiteFolder
) -> None:
    report = many.build(executor=address)

    assert report.diagnostics == []
    assert len(report.parsed) == 12
    assert many.tree() == alone(many)
    again = many.build(executor=address)
    assert (again.parsed, again.rendered, again.written) == ((), {}, [])

    many.replace("content/news/a3.md", "title: Article 3", "title: Un autre titre")
    many.append("content/news/a4.md", "\nUne phrase de plus.\n")
    warm = many.build(executor=address)

    assert set(warm.parsed) == {"news/a3.md", "news/a4.md"}
    assert "news/a4/index.html" in warm.written
    assert "news/a7/index.html" not in warm.rendered
    assert many.tree() == alone(many)
    assert many.build(jobs=1).rendered == {}


def test_a_worker_opens_each_snapshot_anew_and_keeps_one(
    cluster: Any, address: str, many: SiteFolder
) -> None:
    """Another day, another theme, another site: nothing of the build before may show."""
    many.build(executor=address)
    many.write("themes/association/templates/article.html", "{{ entry.title }} {{ site.title }}")
    many.replace("site.yaml", "title: Hub", "title: Moyeu")
    many.build(executor=address)

    assert many.tree() == alone(many)
    assert many.page("news/a1/index.html") == "Article 1 Moyeu"
    with import_module("distributed").Client(cluster.scheduler_address) as client:
        kept = client.run(lambda: len(import_module("sitegen.engine.stages.render")._SESSIONS))
    assert set(kept.values()) == {1}


def test_little_work_stays_here(address: str, site: SiteFolder) -> None:
    report = site.build(executor=address)

    assert report.diagnostics == []
    assert site.tree() == alone(site)


def test_a_mistake_found_by_a_worker_is_told_like_any_other(address: str, many: SiteFolder) -> None:
    many.write("themes/association/templates/article.html", "{{ absent }}")

    (diagnostic,) = many.build(executor=address).diagnostics

    assert (diagnostic.code, diagnostic.line) == ("template-failed", 1)
    assert str(diagnostic.values["page"]).endswith("and 11 more")


def test_a_worker_that_dies_is_replaced(address: str, tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    probe, output = str(tmp_path / "probe"), str(tmp_path / "output")
    with executors.open_executor(address, probe, output) as executor:
        chunks = Workers(1, executor).map(die_once, (str(tmp_path / "mark"),), list(range(400)))

        assert [unit for chunk in chunks for unit in chunk] == list(range(400))


def test_workers_that_always_die_are_told_and_nothing_hangs(
    cluster: Any, address: str, tmp_path: Path
) -> None:
    (tmp_path / "output").touch()
    probe, output = str(tmp_path / "probe"), str(tmp_path / "output")
    cluster.scheduler.allowed_failures = 0
    with (
        pytest.raises(WorkerError) as caught,
        executors.open_executor(address, probe, output) as executor,
    ):
        list(Workers(1, executor).map(die, (), list(range(400))))

    assert caught.value.diagnostics[0].code == "worker-lost"
    cluster.scheduler.allowed_failures = 3


@pytest.mark.parametrize(
    "wrong", ["dask://", "dask:///", "tcp://127.0.0.1:8786", "dask://here:there"]
)
def test_what_is_no_address_is_told(site: SiteFolder, wrong: str) -> None:
    assert refusal(site, wrong) == ("bad-executor",)


def test_an_address_where_nobody_listens_is_told_at_once(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "PATIENCE", 3600)  # who waits for it is never done
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    assert refusal(site, f"dask://127.0.0.1:{port}") == ("executor-unreachable",)


def test_a_scheduler_that_listens_and_says_nothing_is_told(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"dask://127.0.0.1:{silent.getsockname()[1]}"

        assert refusal(site, address) == ("executor-unreachable",)


def test_a_scheduler_without_workers_is_told(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "PATIENCE", 1)
    distributed = import_module("distributed")
    with distributed.LocalCluster(
        n_workers=0, processes=False, protocol="tcp://", dashboard_address=":0", host="127.0.0.1"
    ) as empty:
        address = "dask://" + empty.scheduler_address.removeprefix("tcp://")

        assert refusal(site, address) == ("executor-unreachable",)
    assert not os.path.exists(site.root / ".sitegen/probe")


def test_a_cluster_whose_workers_are_all_gone_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(executors, "PATIENCE", 0.2)
    distributed = import_module("distributed")
    with (
        distributed.LocalCluster(
            n_workers=0,
            processes=False,
            protocol="tcp://",
            dashboard_address=":0",
            host="127.0.0.1",
        ) as empty,
        distributed.Client(empty.scheduler_address) as client,
    ):
        executor = executors.ClusterExecutor(client)
        future = executor.submit(len, [1])

        with pytest.raises(WorkerError) as caught:
            executor.wait_for(future)

    assert caught.value.diagnostics[0].code == "worker-lost"


def test_a_reader_on_another_machine_sees_what_a_checkpoint_completed(tmp_path: Path) -> None:
    """It cannot see the write-ahead log, as here: SQLite shares that through memory."""
    path = str(tmp_path / "state.db")
    state = State(path)
    with state.transaction():
        state.put_bodies({"a.md": "<p>Un.</p>"})
    with pytest.raises(BROKEN):
        BodyReader(path, is_elsewhere=True).read("a.md")

    state.checkpoint()

    assert BodyReader(path, is_elsewhere=True).read("a.md") == b"<p>Un.</p>"
    state.close()


def test_without_the_extra_the_message_says_what_to_install(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "find_spec", lambda name: None)

    with pytest.raises(UsageError) as caught:
        site.build(executor="dask://127.0.0.1:8786")

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.values["extra"]) == ("missing-extra", "dask")


def test_a_build_without_a_cluster_does_not_import_dask(site: SiteFolder) -> None:
    script = (
        "import sys; from sitegen.cli import cli; cli(['build'], standalone_mode=False);"
        "print({'dask', 'distributed'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=site.root, capture_output=True, text=True, check=True
    )

    assert result.stdout.endswith("set()\n")


def test_workers_that_do_not_see_the_output_are_refused(address: str, many: SiteFolder) -> None:
    with import_module("distributed").Client(address.replace("dask://", "tcp://")) as client:
        probe = str(many.root / "probe")
        with pytest.raises(WorkerError) as caught:
            executors._check_workers(client, address, probe, str(many.root / "no-output"))

    assert {diagnostic.code for diagnostic in caught.value.diagnostics} == {"worker-elsewhere"}
    assert len(caught.value.diagnostics) == 2


def test_a_worker_with_another_sitegen_is_refused(
    many: SiteFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A real worker, started from a copy of the package with one line more."""
    other = tmp_path / "other"
    shutil.copytree(
        Path(sitegen.__file__).parent,
        other / "sitegen",
        ignore=shutil.ignore_patterns("__pycache__", "themes"),
    )
    with (other / "sitegen/digest.py").open("a", encoding="utf-8") as file:
        file.write("# another release\n")
    distributed = import_module("distributed")
    with distributed.LocalCluster(
        n_workers=0, processes=False, protocol="tcp://", dashboard_address=":0", host="127.0.0.1"
    ) as scheduler:
        worker = subprocess.Popen(
            [
                *(sys.executable, "-m", "distributed.cli.dask_worker"),
                *(scheduler.scheduler_address, "--no-nanny", "--nthreads", "1", "--no-dashboard"),
            ],
            cwd=other,
            env={**os.environ, "PYTHONPATH": str(other)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            address = "dask://" + scheduler.scheduler_address.removeprefix("tcp://")
            monkeypatch.setattr(executors, "PATIENCE", 60)

            assert refusal(many, address) == ("worker-differs",)
        finally:
            worker.terminate()
            worker.wait(timeout=120)


def test_a_worker_that_joins_later_is_checked_with_each_chunk() -> None:
    with pytest.raises(WorkerError) as caught:
        executors.run_checked(b"another tool", len, [])

    assert caught.value.diagnostics[0].code == "worker-differs"
    assert executors.run_checked(executors.tool_digest(), len, [1, 2]) == 2


def test_plugins_work_on_a_cluster(
    address: str, make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FEWEST", 1)
    monkeypatch.setattr(workers, "CHUNK", 2)
    site = make_site(SITE_WITH_PLUGIN)

    report = site.build(executor=address)

    assert report.diagnostics == []
    assert "«First»" in site.page("news/first/index.html")
    assert site.tree() == alone(site)
